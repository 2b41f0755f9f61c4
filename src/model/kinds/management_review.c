/*
 * Reviews by top management (9.3) with the seven inputs of 9.3.2, the fourth in
 * its four parts. What is decided there are decisions and actions that name it.
 * When it is held its inputs are copied and stay; what is still to be done when it
 * is closed a later review has taken over (action.carried_to).
 */
#include "config.h"

#include "isms/model/check.h"
#include "isms/model/kinds.h"
#include "isms/util/i18n.h"

static const struct choice states[] = {
	{"planned", N_("Planned"), STYLE_PLAIN, NULL},
	{"prepared", N_("Prepared"), STYLE_PLAIN, NULL},
	{"held", N_("Held"), STYLE_PLAIN, NULL},
	{"minutes approved", N_("Minutes approved"), STYLE_GOOD, NULL},
	{"closed", N_("Closed"), STYLE_GOOD, NULL},
	{NULL, NULL, STYLE_PLAIN, NULL},
};

static const struct move moves[] = {
	{"planned", "prepared", NULL}, {"prepared", "planned", NULL},
	{"prepared", "held", "held_on"}, {"held", "minutes approved", "approved_by"},
	{"minutes approved", "closed", NULL},
	{NULL, NULL, NULL},
};

static const struct lifecycle life = {"status", moves};

static const struct field fields[] = {
	{.name = "title", .label = N_("Review"), .type = FIELD_TEXT, .width = 30, .since = 2,
	 .flags = F_REQUIRED | F_LISTED | F_SEARCHED,
	 .help = N_("What and when: \"Management review, January 2027\".")},
	{.name = "planned", .label = N_("Planned for"), .type = FIELD_DATE, .width = 10, .since = 2,
	 .flags = F_REQUIRED | F_LISTED, .help = N_("The day it is called for.")},
	{.name = "held_on", .label = N_("Held on"), .type = FIELD_DATE, .width = 10, .since = 2,
	 .flags = F_LISTED, .help = N_("The day it took place.")},
	{.name = "status", .label = N_("Status"), .type = FIELD_CHOICE, .width = 16, .since = 2,
	 .flags = F_REQUIRED | F_LISTED, .choices = states, .initial = "planned",
	 .help = N_("How far it is. Prepared: all inputs are there.")},
	{.name = "place", .label = N_("Place"), .type = FIELD_TEXT, .width = 16, .since = 2,
	 .flags = F_SEARCHED, .help = N_("Room, or that it was held by video.")},
	{.name = "chair", .label = N_("Chair"), .type = FIELD_REF, .width = 16, .since = 2,
	 .flags = F_LISTED, .ref = &kind_person, .help = N_("Who led it; one of top management.")},
	{.name = "attendees", .label = N_("Attendees"), .type = FIELD_REFS, .width = 24, .since = 2,
	 .ref = &kind_person,
	 .help = N_("Who came. Without top management it is not a management review.")},
	{.name = "frameworks", .label = N_("Frameworks"), .type = FIELD_REFS, .width = 14,
	 .since = 3, .ref = &kind_framework,
	 .help = N_("Other standards and laws that it serves as well.")},
	{.name = "input_a", .label = N_("a Earlier actions"), .type = FIELD_NOTE, .width = 30,
	 .since = 2, .flags = F_SEARCHED | F_FROZEN, .section = N_("Inputs"),
	 .help = N_("Where the actions of earlier reviews stand: done, late, given up.")},
	{.name = "input_b", .label = N_("b Changed issues"), .type = FIELD_NOTE, .width = 30,
	 .since = 2, .flags = F_SEARCHED | F_FROZEN,
	 .help = N_("What has changed inside and outside that matters to the ISMS, climate "
		    "included.")},
	{.name = "input_c", .label = N_("c Changed needs of parties"), .type = FIELD_NOTE,
	 .width = 30, .since = 2, .flags = F_SEARCHED | F_FROZEN,
	 .help = N_("What interested parties want now that they did not before. New in 2022 and "
		    "often forgotten.")},
	{.name = "input_d_nonconformities", .label = N_("d Nonconformities"), .type = FIELD_NOTE,
	 .width = 30, .since = 2, .flags = F_SEARCHED | F_FROZEN,
	 .help = N_("Nonconformities and corrective actions with their trend: new, closed, late, "
		    "repeated.")},
	{.name = "input_d_monitoring", .label = N_("d Measurements"), .type = FIELD_NOTE,
	 .width = 30, .since = 2, .flags = F_SEARCHED | F_FROZEN,
	 .help = N_("Results of the metrics against their targets, and where they are going.")},
	{.name = "input_d_audits", .label = N_("d Audit results"), .type = FIELD_NOTE, .width = 30,
	 .since = 2, .flags = F_SEARCHED | F_FROZEN,
	 .help = N_("Audits held, of whatever kind, with their findings by grade.")},
	{.name = "input_d_objectives", .label = N_("d Objectives"), .type = FIELD_NOTE,
	 .width = 30, .since = 2, .flags = F_SEARCHED | F_FROZEN,
	 .help = N_("How far the objectives are reached, one by one.")},
	{.name = "input_e", .label = N_("e Feedback of parties"), .type = FIELD_NOTE, .width = 30,
	 .since = 2, .flags = F_SEARCHED | F_FROZEN,
	 .help = N_("What customers, staff, authorities and others said: complaints, "
		    "questionnaires, praise.")},
	{.name = "input_f", .label = N_("f Risks and treatment plan"), .type = FIELD_NOTE,
	 .width = 30, .since = 2, .flags = F_SEARCHED | F_FROZEN,
	 .help = N_("The risks by level, now and last time, and where the treatment plan stands.")},
	{.name = "input_g", .label = N_("g Chances to improve"), .type = FIELD_NOTE, .width = 30,
	 .since = 2, .flags = F_SEARCHED | F_FROZEN, .help = N_("Proposals: new, accepted, done, with use.")},
	{.name = "conclusion", .label = N_("Conclusion"), .type = FIELD_NOTE, .width = 30,
	 .since = 2, .flags = F_SEARCHED, .section = N_("Results"),
	 .help = N_("Whether the ISMS is suitable, adequate and effective.")},
	{.name = "results", .label = N_("Decisions"), .type = FIELD_NOTE, .width = 30, .since = 2,
	 .flags = F_SEARCHED,
	 .help = N_("What was decided on improvement and change, in short; each has its own "
		    "record, a decision about this review or an action that names it.")},
	{.name = "resources", .label = N_("Resources"), .type = FIELD_NOTE, .width = 30, .since = 2,
	 .flags = F_SEARCHED, .help = N_("People, days and money that were granted.")},
	{.name = "minutes", .label = N_("Minutes"), .type = FIELD_TEXT, .width = 24, .since = 2,
	 .flags = F_SEARCHED, .help = N_("Where the minutes lie.")},
	{.name = "minutes_by", .label = N_("Minutes by"), .type = FIELD_REF, .width = 16,
	 .since = 3, .ref = &kind_person, .help = N_("Who wrote the minutes.")},
	{.name = "approved_by", .label = N_("Approved by"), .type = FIELD_REF, .width = 16,
	 .since = 2, .ref = &kind_person,
	 .help = N_("Who of top management approved the minutes; not who wrote them.")},
	{.name = "approved_on", .label = N_("Approved on"), .type = FIELD_DATE, .width = 10,
	 .since = 2, .help = N_("The day they were approved.")},
	{.name = "next_review", .label = N_("Next review"), .type = FIELD_DATE, .width = 10,
	 .since = 2, .help = N_("When the next one is held; within a year.")},
	{.name = "frozen", .label = N_("Copy of the inputs"), .type = FIELD_NOTE, .width = 10,
	 .since = 3, .flags = F_ONCE, .section = N_("Frozen"),
	 .help = N_("An exact copy as CSV, made when the review was held: what top management had "
		    "before it. From then on the inputs stay. Nothing is to be entered.")},
	{.name = "notes", .label = N_("Notes"), .type = FIELD_NOTE, .width = 30, .since = 2,
	 .flags = F_SEARCHED, .section = N_("Notes"), .help = N_("Anything else.")},
	{.name = "inputs_missing", .label = N_("Inputs missing"), .type = FIELD_TEXT, .width = 14,
	 .since = 2, .flags = F_DERIVED | F_LISTED, .help = N_("The letters that are empty.")},
	{.name = "decisions", .label = N_("Decisions taken"), .type = FIELD_INT, .width = 5,
	 .since = 2, .flags = F_DERIVED, .help = N_("How many decisions are about it.")},
	{.name = "actions", .label = N_("Actions"), .type = FIELD_INT, .width = 5, .since = 2,
	 .flags = F_DERIVED,
	 .help = N_("How many actions name it; cancelled ones are not counted.")},
	{.name = "open_actions", .label = N_("Open actions"), .type = FIELD_INT, .width = 5,
	 .since = 2, .flags = F_DERIVED | F_LISTED, .help = N_("Those that are not finished.")},
	{.name = "carried", .label = N_("Carried over"), .type = FIELD_INT, .width = 5, .since = 3,
	 .flags = F_DERIVED,
	 .help = N_("Actions of it that a later review has taken over (their \"carried over to\").")},
	{.name = "taken_over", .label = N_("Taken over"), .type = FIELD_INT, .width = 5,
	 .since = 3, .flags = F_DERIVED,
	 .help = N_("Actions of earlier reviews that this one has taken over.")},
	{.name = "overdue", .label = N_("Overdue"), .type = FIELD_BOOL, .width = 7, .since = 2,
	 .flags = F_DERIVED,
	 .help = N_("It was planned for a day that has passed and was not held.")},
};

static bool minutes_check(const struct rules *rules, const struct record *rec, struct err *err)
{
	if (!check_is(rec, "status", "minutes approved"))
		return true;
	return check_approver(rules, rec, "minutes_by", "approved_by", err) &&
	       check_needs(rec, "status", "minutes approved", "approved_on",
			   _("minutes are approved on a day"), err);
}

/* From "prepared" on all ten inputs are there (data-model, section 2). */
static bool review_check(const struct rules *rules, const struct record *rec, struct err *err)
{
	static const char *const inputs[] = {
		"input_a", "input_b", "input_c", "input_d_nonconformities", "input_d_monitoring",
		"input_d_audits", "input_d_objectives", "input_e", "input_f", "input_g",
	};
	size_t i;

	if (check_is(rec, "status", "planned"))
		return true;
	for (i = 0; i < sizeof(inputs) / sizeof(*inputs); i++)
		if (!check_has(rec, inputs[i]))
			return err_field(err, kind_field(rec->kind, inputs[i]),
					 _("a review is prepared when all its inputs are there"));
	return minutes_check(rules, rec, err);
}

const struct kind kind_management_review = {
	.name = "management_review", .title = N_("Management review"),
	.plural = N_("Management reviews"), .prefix = "REV", .clause = "9.3", .number = 98,
	.group = GROUP_REVIEWS, .since = 2, .fields = fields,
	.nfields = sizeof(fields) / sizeof(*fields), .life = &life, .check = review_check,
	.help = N_("What top management looked at, whom it heard and what it decided, once a year "
		   "at least. Auditors tick the inputs off one by one and follow the decisions."),
};
