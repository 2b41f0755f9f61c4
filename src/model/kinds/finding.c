/*
 * What an audit found (9.2), and what does not conform (10.2). Both go the same
 * way: cause, action, proof of the effect. A finding that is minor or major
 * becomes a nonconformity, which is then worked on in its stead; one that needs
 * no more than a line may be worked on where it stands.
 */
#include "config.h"

#include "isms/model/check.h"
#include "isms/model/kinds.h"
#include "isms/util/i18n.h"

static const struct choice grades[] = {
	{"conformity", N_("Conformity"), STYLE_GOOD, NULL},
	{"opportunity", N_("Opportunity"), STYLE_PLAIN, NULL},
	{"observation", N_("Observation"), STYLE_PLAIN, NULL},
	{"minor", N_("Minor"), STYLE_WARN, NULL},
	{"major", N_("Major"), STYLE_BAD, NULL},
	{NULL, NULL, STYLE_PLAIN, NULL},
};

static const struct choice states[] = {
	{"open", N_("Open"), STYLE_WARN, NULL},
	{"cause found", N_("Cause found"), STYLE_PLAIN, NULL},
	{"action planned", N_("Action planned"), STYLE_PLAIN, NULL},
	{"action done", N_("Action done"), STYLE_PLAIN, NULL},
	{"effect checked", N_("Effect checked"), STYLE_PLAIN, NULL},
	{"closed", N_("Closed"), STYLE_GOOD, NULL},
	{NULL, NULL, STYLE_PLAIN, NULL},
};

static const struct choice effects[] = {
	{"effective", N_("Effective"), STYLE_GOOD, NULL},
	{"not effective", N_("Not effective"), STYLE_BAD, NULL},
	{NULL, NULL, STYLE_PLAIN, NULL},
};

/* What any of them needs before it is closed. */
static bool worked_off(const struct record *rec, struct err *err)
{
	return check_needs(rec, "status", "closed", "cause", _("to close it needs its cause"),
			   err) &&
	       check_needs(rec, "status", "closed", "corrective",
			   _("to close it needs what was done about the cause"), err) &&
	       check_needs(rec, "status", "closed", "effect_checked_on",
			   _("to close it somebody has to have looked whether it worked"), err) &&
	       check_needs(rec, "status", "closed", "effect",
			   _("to close it somebody has to have looked whether it worked"), err);
}

/* What did not work cannot be closed: it goes back to the plan. */
static bool has_worked(const struct record *rec, struct err *err)
{
	if (check_is(rec, "status", "closed") && check_is(rec, "effect", "not effective"))
		return err_field(err, kind_field(rec->kind, "effect"),
				 _("the action was not effective: plan another one"));
	return true;
}

/* The cause and what follows from it are worded the same in both. */
#define CAUSE_AND_EFFECT                                                                         \
	{.name = "cause", .label = N_("Cause"), .type = FIELD_NOTE, .width = 30, .since = 2,     \
	 .flags = F_SEARCHED, .section = N_("Cause and action"),                                 \
	 .help = N_("Why it could happen. A cause that only says again what happened is the "    \
		    "most usual fault here.")},                                                  \
	{.name = "corrective", .label = N_("Corrective action"), .type = FIELD_NOTE,             \
	 .width = 30, .since = 2, .flags = F_SEARCHED,                                           \
	 .help = N_("What takes the cause away, so that it does not come again; the steps are "  \
		    "actions that name this record.")},                                          \
	{.name = "due", .label = N_("Due"), .type = FIELD_DATE, .width = 10, .since = 2,         \
	 .flags = F_LISTED, .help = N_("By when the action is done.")},                          \
	{.name = "done_on", .label = N_("Done on"), .type = FIELD_DATE, .width = 10, .since = 2, \
	 .help = N_("When the action was done.")},                                               \
	{.name = "effect_due", .label = N_("Effect to be checked"), .type = FIELD_DATE,          \
	 .width = 10, .since = 2, .section = N_("Effect"),                                       \
	 .help = N_("When to look whether it worked; some time has to pass.")},                  \
	{.name = "effect_checked_on", .label = N_("Effect checked on"), .type = FIELD_DATE,      \
	 .width = 10, .since = 2, .help = N_("When somebody looked.")},                          \
	{.name = "effect_by", .label = N_("Effect checked by"), .type = FIELD_REF, .width = 16,  \
	 .since = 2, .ref = &kind_person,                                                        \
	 .help = N_("Who looked; better not who did it.")},                                      \
	{.name = "effect", .label = N_("Effect"), .type = FIELD_CHOICE, .width = 13, .since = 2, \
	 .choices = effects, .help = N_("Whether it worked. If not, a new action is planned.")}, \
	{.name = "effect_text", .label = N_("How it was seen"), .type = FIELD_NOTE, .width = 30, \
	 .since = 2, .flags = F_SEARCHED, .help = N_("What shows that it worked, or did not.")}

static const struct move finding_moves[] = {
	{"open", "cause found", "cause"}, {"cause found", "action planned", "corrective"},
	{"action planned", "action done", "done_on"},
	{"action done", "effect checked", "effect_checked_on"},
	{"effect checked", "closed", "effect"}, {"effect checked", "action planned", NULL},
	/* one that is handed to a nonconformity, or that is none (finding_check) */
	{"open", "closed", NULL},
	{NULL, NULL, NULL},
};

static const struct lifecycle finding_life = {"status", finding_moves};

static const struct field finding_fields[] = {
	{.name = "title", .label = N_("Finding"), .type = FIELD_TEXT, .width = 36, .since = 2,
	 .flags = F_REQUIRED | F_LISTED | F_SEARCHED, .help = N_("What was found, in a line.")},
	{.name = "audit", .label = N_("Audit"), .type = FIELD_REF, .width = 18, .since = 2,
	 .flags = F_LISTED, .ref = &kind_audit, .help = N_("The audit that found it.")},
	{.name = "step", .label = N_("Audit step"), .type = FIELD_REF, .width = 18, .since = 2,
	 .ref = &kind_audit_step, .help = N_("The question that led to it.")},
	{.name = "number", .label = N_("Number in the report"), .type = FIELD_TEXT, .width = 6,
	 .since = 2, .flags = F_SEARCHED, .help = N_("How the report counts it.")},
	{.name = "grade", .label = N_("Grade"), .type = FIELD_CHOICE, .width = 11, .since = 2,
	 .flags = F_REQUIRED | F_LISTED, .choices = grades, .initial = "observation",
	 .help = N_("Major: something that the standard asks for is missing or fails as a whole. "
		    "Minor: a single lapse. Observation: it may become one. Opportunity: it "
		    "conforms and could be better.")},
	{.name = "clause", .label = N_("Clause"), .type = FIELD_REF, .width = 16, .since = 2,
	 .flags = F_LISTED, .ref = &kind_clause, .help = N_("The clause that it is held against.")},
	{.name = "control", .label = N_("Control"), .type = FIELD_REF, .width = 16, .since = 2,
	 .flags = F_LISTED, .ref = &kind_control,
	 .help = N_("The control that it is held against.")},
	{.name = "description", .label = N_("Description"), .type = FIELD_NOTE, .width = 30,
	 .since = 2, .flags = F_SEARCHED,
	 .help = N_("What is asked for, what is the case, and where they part.")},
	{.name = "evidence", .label = N_("Evidence"), .type = FIELD_NOTE, .width = 30, .since = 2,
	 .flags = F_SEARCHED, .help = N_("What was seen. Without it a finding does not stand.")},
	{.name = "found_on", .label = N_("Found on"), .type = FIELD_DATE, .width = 10, .since = 2,
	 .initial = "today", .help = N_("The day it was found.")},
	{.name = "found_by", .label = N_("Found by"), .type = FIELD_REF, .width = 16, .since = 2,
	 .ref = &kind_person, .help = N_("The auditor.")},
	{.name = "owner", .label = N_("Owner"), .type = FIELD_REF, .width = 16, .since = 2,
	 .flags = F_LISTED, .ref = &kind_person, .help = N_("Who sees to it that it is closed.")},
	{.name = "status", .label = N_("Status"), .type = FIELD_CHOICE, .width = 14, .since = 2,
	 .flags = F_REQUIRED | F_LISTED, .choices = states, .initial = "open",
	 .help = N_("How far it is. A conformity, an opportunity or an observation may be closed "
		    "at once; so may one that a nonconformity has taken over.")},
	{.name = "nonconformity", .label = N_("Nonconformity"), .type = FIELD_REF, .width = 16,
	 .since = 2, .ref = &kind_nonconformity,
	 .help = N_("The nonconformity that works on it; minor and major findings need one, or "
		    "cause, action and effect here.")},
	CAUSE_AND_EFFECT,
	{.name = "notes", .label = N_("Notes"), .type = FIELD_NOTE, .width = 30, .since = 2,
	 .flags = F_SEARCHED, .section = N_("Notes"), .help = N_("Anything else.")},
	{.name = "open_actions", .label = N_("Open actions"), .type = FIELD_INT, .width = 5,
	 .since = 2, .flags = F_DERIVED, .help = N_("Actions for it that are not finished.")},
	{.name = "overdue", .label = N_("Overdue"), .type = FIELD_BOOL, .width = 7, .since = 2,
	 .flags = F_DERIVED,
	 .help = N_("Its action is not done, or its effect not checked, though the day has "
		    "passed.")},
};

static bool finding_check(const struct rules *rules, const struct record *rec, struct err *err)
{
	bool fault = check_is(rec, "grade", "minor") || check_is(rec, "grade", "major");

	(void)rules;
	if (fault && !check_has(rec, "nonconformity") && !worked_off(rec, err))
		return false;
	return has_worked(rec, err);
}

const struct kind kind_finding = {
	.name = "finding", .title = N_("Finding"), .plural = N_("Findings"), .prefix = "FI",
	.clause = "9.2", .number = 96, .group = GROUP_AUDITS, .since = 2,
	.fields = finding_fields, .nfields = sizeof(finding_fields) / sizeof(*finding_fields),
	.life = &finding_life, .check = finding_check,
	.help = N_("What audits found, good and bad, against which clause or control, with the "
		   "evidence. The next auditor begins with the findings of the last one."),
};

/* ---- Nonconformities ----------------------------------------------------- */

static const struct choice sources[] = {
	{"internal audit", N_("Internal audit"), STYLE_PLAIN, NULL},
	{"external audit", N_("External audit"), STYLE_PLAIN, NULL},
	{"incident", N_("Incident"), STYLE_PLAIN, NULL},
	{"monitoring", N_("Monitoring"), STYLE_PLAIN, NULL},
	{"complaint", N_("Complaint"), STYLE_PLAIN, NULL},
	{"review", N_("Management review"), STYLE_PLAIN, NULL},
	{"own observation", N_("Own observation"), STYLE_PLAIN, NULL},
	{"supplier", N_("Supplier"), STYLE_PLAIN, NULL},
	{"other", N_("Other"), STYLE_PLAIN, NULL},
	{NULL, NULL, STYLE_PLAIN, NULL},
};

static const struct choice weights[] = {
	{"minor", N_("Minor"), STYLE_WARN, NULL},
	{"major", N_("Major"), STYLE_BAD, NULL},
	{NULL, NULL, STYLE_PLAIN, NULL},
};

static const struct choice cause_methods[] = {
	{"five whys", N_("Five whys"), STYLE_PLAIN, NULL},
	{"ishikawa", N_("Ishikawa"), STYLE_PLAIN, NULL},
	{"fault tree", N_("Fault tree"), STYLE_PLAIN, NULL},
	{"discussion", N_("Discussion"), STYLE_PLAIN, NULL},
	{"other", N_("Other"), STYLE_PLAIN, NULL},
	{NULL, NULL, STYLE_PLAIN, NULL},
};

static const struct move moves[] = {
	{"open", "cause found", "cause"}, {"cause found", "action planned", "corrective"},
	{"action planned", "action done", "done_on"},
	{"action done", "effect checked", "effect_checked_on"},
	{"effect checked", "closed", "effect"}, {"effect checked", "action planned", NULL},
	{NULL, NULL, NULL},
};

static const struct lifecycle life = {"status", moves};

static const struct field fields[] = {
	{.name = "title", .label = N_("Nonconformity"), .type = FIELD_TEXT, .width = 36, .since = 2,
	 .flags = F_REQUIRED | F_LISTED | F_SEARCHED,
	 .help = N_("What does not conform, in a line.")},
	{.name = "source", .label = N_("Source"), .type = FIELD_CHOICE, .width = 15, .since = 2,
	 .flags = F_REQUIRED | F_LISTED | F_SEARCHED, .choices = sources,
	 .initial = "own observation",
	 .help = N_("How it came to light. A log that only audits fill is a bad sign.")},
	{.name = "grade", .label = N_("Grade"), .type = FIELD_CHOICE, .width = 6, .since = 2,
	 .flags = F_REQUIRED | F_LISTED, .choices = weights, .initial = "minor",
	 .help = N_("Major: something that the standard asks for is missing or fails as a whole.")},
	{.name = "object", .label = N_("About"), .type = FIELD_LINK, .width = 18, .since = 2,
	 .help = N_("The record that it is about, or that it came from: an incident, a supplier.")},
	{.name = "clause", .label = N_("Clause"), .type = FIELD_REF, .width = 16, .since = 2,
	 .flags = F_LISTED, .ref = &kind_clause, .help = N_("The clause that is not met.")},
	{.name = "control", .label = N_("Control"), .type = FIELD_REF, .width = 16, .since = 2,
	 .flags = F_LISTED, .ref = &kind_control, .help = N_("The control that is not met.")},
	{.name = "found_on", .label = N_("Found on"), .type = FIELD_DATE, .width = 10, .since = 2,
	 .flags = F_REQUIRED, .initial = "today", .help = N_("The day it came to light.")},
	{.name = "found_by", .label = N_("Found by"), .type = FIELD_REF, .width = 16, .since = 2,
	 .ref = &kind_person, .help = N_("Who saw it.")},
	{.name = "owner", .label = N_("Owner"), .type = FIELD_REF, .width = 16, .since = 2,
	 .flags = F_LISTED, .ref = &kind_person, .help = N_("Who sees to it that it is closed.")},
	{.name = "status", .label = N_("Status"), .type = FIELD_CHOICE, .width = 14, .since = 2,
	 .flags = F_REQUIRED | F_LISTED, .choices = states, .initial = "open",
	 .help = N_("How far it is. To close it needs cause, action and a check of the effect.")},
	{.name = "description", .label = N_("Description"), .type = FIELD_NOTE, .width = 30,
	 .since = 2, .flags = F_SEARCHED, .section = N_("What it is"),
	 .help = N_("What is asked for and what is the case.")},
	{.name = "evidence", .label = N_("Evidence"), .type = FIELD_NOTE, .width = 30, .since = 2,
	 .flags = F_SEARCHED, .help = N_("What shows it.")},
	{.name = "correction", .label = N_("Correction"), .type = FIELD_NOTE, .width = 30,
	 .since = 2, .flags = F_SEARCHED,
	 .help = N_("What was put right at once. It is not yet the corrective action.")},
	{.name = "corrected_on", .label = N_("Corrected on"), .type = FIELD_DATE, .width = 10,
	 .since = 2, .help = N_("When it was put right.")},
	{.name = "consequences", .label = N_("Consequences"), .type = FIELD_NOTE, .width = 30,
	 .since = 2, .flags = F_SEARCHED, .help = N_("What came of it, and what was done then.")},
	{.name = "similar_checked", .label = N_("Similar cases looked for"), .type = FIELD_BOOL,
	 .width = 5, .since = 2,
	 .help = N_("Whether somebody looked if the same exists or could happen elsewhere.")},
	{.name = "similar", .label = N_("Similar cases"), .type = FIELD_NOTE, .width = 30,
	 .since = 2, .flags = F_SEARCHED, .help = N_("Where one looked and what was there.")},
	{.name = "repeat_of", .label = N_("Repeat of"), .type = FIELD_REF, .width = 16, .since = 2,
	 .ref = &kind_nonconformity,
	 .help = N_("The same one before: then its action did not take the cause away.")},
	{.name = "cause_method", .label = N_("Method"), .type = FIELD_CHOICE, .width = 11,
	 .since = 2, .choices = cause_methods, .help = N_("How the cause was looked for.")},
	CAUSE_AND_EFFECT,
	{.name = "isms_change", .label = N_("ISMS to be changed"), .type = FIELD_BOOL, .width = 5,
	 .since = 2, .section = N_("Consequence for the ISMS"),
	 .help = N_("Whether policy, method, scope or processes have to change for it.")},
	{.name = "isms_change_text", .label = N_("Change"), .type = FIELD_NOTE, .width = 30,
	 .since = 2, .flags = F_SEARCHED, .help = N_("What changes in the ISMS.")},
	{.name = "closed_on", .label = N_("Closed on"), .type = FIELD_DATE, .width = 10, .since = 2,
	 .help = N_("When it was closed.")},
	{.name = "notes", .label = N_("Notes"), .type = FIELD_NOTE, .width = 30, .since = 2,
	 .flags = F_SEARCHED, .section = N_("Notes"), .help = N_("Anything else.")},
	{.name = "findings", .label = N_("Findings"), .type = FIELD_INT, .width = 5, .since = 2,
	 .flags = F_DERIVED, .help = N_("How many findings it works on.")},
	{.name = "actions", .label = N_("Actions"), .type = FIELD_INT, .width = 5, .since = 2,
	 .flags = F_DERIVED,
	 .help = N_("How many actions name it; cancelled ones are not counted.")},
	{.name = "open_actions", .label = N_("Open actions"), .type = FIELD_INT, .width = 5,
	 .since = 2, .flags = F_DERIVED, .help = N_("Those that are not finished.")},
	{.name = "days_open", .label = N_("Days open"), .type = FIELD_INT, .width = 5, .since = 2,
	 .flags = F_DERIVED | F_LISTED,
	 .help = N_("Days from the day it was found to the day it was closed, or to today.")},
	{.name = "overdue", .label = N_("Overdue"), .type = FIELD_BOOL, .width = 7, .since = 2,
	 .flags = F_DERIVED,
	 .help = N_("Its action is not done, or its effect not checked, though the day has "
		    "passed.")},
};

static bool nonconformity_check(const struct rules *rules, const struct record *rec,
				struct err *err)
{
	(void)rules;
	return worked_off(rec, err) && has_worked(rec, err) &&
	       check_order(rec, "found_on", "closed_on", err);
}

const struct kind kind_nonconformity = {
	.name = "nonconformity", .title = N_("Nonconformity"), .plural = N_("Nonconformities"),
	.prefix = "NC", .clause = "10.2", .number = 97, .group = GROUP_IMPROVEMENT, .since = 2,
	.fields = fields, .nfields = sizeof(fields) / sizeof(*fields), .life = &life,
	.check = nonconformity_check,
	.help = N_("What did not conform, how it was put right, why it happened, what takes the "
		   "cause away and whether that worked. Auditors look for causes that repeat the "
		   "symptom and for effects that nobody checked."),
};
