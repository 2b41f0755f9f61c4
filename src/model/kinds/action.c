/*
 * What somebody has to do by when. The source says what kind of thing it comes from; the
 * record itself stands in the field of its kind, of a gap of the SoA in the controls.
 */
#include "config.h"

#include "isms/model/kinds.h"
#include "isms/model/record.h"
#include "isms/util/i18n.h"

static const struct choice sources[] = {
	{"risk treatment", N_("Risk treatment"), STYLE_PLAIN, NULL},
	{"soa gap", N_("SoA gap"), STYLE_PLAIN, NULL},
	{"finding", N_("Finding"), STYLE_PLAIN, NULL},
	{"nonconformity", N_("Nonconformity"), STYLE_PLAIN, NULL},
	{"review", N_("Management review"), STYLE_PLAIN, NULL},
	{"incident", N_("Incident"), STYLE_PLAIN, NULL},
	{"improvement", N_("Improvement"), STYLE_PLAIN, NULL},
	{"objective", N_("Objective"), STYLE_PLAIN, NULL},
	{"change", N_("Change"), STYLE_PLAIN, NULL},
	{"other", N_("Other"), STYLE_PLAIN, NULL},
	{NULL, NULL, STYLE_PLAIN, NULL},
};

static const struct choice states[] = {
	{"open", N_("Open"), STYLE_PLAIN, NULL},
	{"in progress", N_("In progress"), STYLE_PLAIN, NULL},
	{"on hold", N_("On hold"), STYLE_WARN, NULL},
	{"done", N_("Done"), STYLE_GOOD, NULL},
	{"verified", N_("Verified"), STYLE_GOOD, NULL},
	{"cancelled", N_("Cancelled"), STYLE_DIM, NULL},
	{NULL, NULL, STYLE_PLAIN, NULL},
};

static const struct move moves[] = {
	{"open", "in progress", NULL}, {"open", "on hold", NULL},
	{"in progress", "on hold", NULL}, {"in progress", "done", NULL},
	{"on hold", "in progress", NULL}, {"done", "verified", "verified_by"},
	{"verified", "in progress", NULL},
	{"open", "cancelled", "reason"}, {"in progress", "cancelled", "reason"},
	{"on hold", "cancelled", "reason"}, {"done", "cancelled", "reason"},
	{NULL, NULL, NULL},
};

static const struct lifecycle life = {"status", moves};

static const struct field fields[] = {
	{.name = "title", .label = N_("Action"), .type = FIELD_TEXT, .width = 32, .since = 1,
	 .flags = F_REQUIRED | F_LISTED | F_SEARCHED,
	 .help = N_("What is to be done, so that it can be seen to be done.")},
	{.name = "source", .label = N_("Source"), .type = FIELD_CHOICE, .width = 14, .since = 1,
	 .flags = F_REQUIRED | F_SEARCHED, .choices = sources, .initial = "risk treatment",
	 .help = N_("What gave rise to it.")},
	{.name = "risk", .label = N_("Risk"), .type = FIELD_REF, .width = 20, .since = 1,
	 .flags = F_LISTED, .ref = &kind_risk, .help = N_("The risk that it treats.")},
	{.name = "treatment", .label = N_("Treatment"), .type = FIELD_REF, .width = 12, .since = 1,
	 .ref = &kind_treatment, .help = N_("The decision that it carries out.")},
	{.name = "controls", .label = N_("Controls"), .type = FIELD_REFS, .width = 14, .since = 1,
	 .ref = &kind_control, .help = N_("The controls that it puts in place or mends.")},
	{.name = "owner", .label = N_("Owner"), .type = FIELD_REF, .width = 16, .since = 1,
	 .flags = F_LISTED, .ref = &kind_person, .help = N_("Who gets it done.")},
	{.name = "priority", .label = N_("Priority"), .type = FIELD_INT, .width = 2, .since = 1,
	 .flags = F_LISTED, .min = 1, .max = 4, .initial = "3", .help = N_("1 first to 4 last.")},
	{.name = "status", .label = N_("Status"), .type = FIELD_CHOICE, .width = 11, .since = 1,
	 .flags = F_REQUIRED | F_LISTED | F_SEARCHED, .choices = states, .initial = "open",
	 .help = N_("How far it is. Verified: somebody else has seen that it works.")},
	{.name = "start", .label = N_("Start"), .type = FIELD_DATE, .width = 10, .since = 1,
	 .section = N_("Time and cost"), .help = N_("When work begins.")},
	{.name = "due", .label = N_("Due"), .type = FIELD_DATE, .width = 10, .since = 1,
	 .late = "overdue", .flags = F_LISTED, .help = N_("When it is to be done.")},
	{.name = "done_on", .label = N_("Done on"), .type = FIELD_DATE, .width = 10, .since = 1,
	 .help = N_("When it was done.")},
	{.name = "progress", .label = N_("Progress"), .type = FIELD_INT, .width = 4, .since = 1,
	 .flags = F_LISTED, .min = 0, .max = 100, .help = N_("In per cent.")},
	{.name = "cost", .label = N_("Cost"), .type = FIELD_MONEY, .width = 12, .since = 1,
	 .min = 0, .max = 100000000000000L, .help = N_("What it costs.")},
	/* tenths of a day would need a decimal type; whole days are what plans use */
	{.name = "effort", .label = N_("Effort (days)"), .type = FIELD_INT, .width = 6, .since = 1,
	 .min = 0, .max = 100000, .help = N_("Person days.")},
	{.name = "resources", .label = N_("Resources"), .type = FIELD_NOTE, .width = 20, .since = 1,
	 .flags = F_SEARCHED, .help = N_("What else it needs (6.2 i, 7.1).")},
	{.name = "reason", .label = N_("Reason"), .type = FIELD_NOTE, .width = 30, .since = 1,
	 .flags = F_SEARCHED, .help = N_("Why it was cancelled or put on hold.")},
	{.name = "finding", .label = N_("Finding"), .type = FIELD_REF, .width = 16, .since = 2,
	 .ref = &kind_finding, .section = N_("What it is for"),
	 .help = N_("The audit's finding that it answers to.")},
	{.name = "nonconformity", .label = N_("Nonconformity"), .type = FIELD_REF, .width = 16,
	 .since = 2, .ref = &kind_nonconformity,
	 .help = N_("The nonconformity whose cause it takes away.")},
	{.name = "review", .label = N_("Management review"), .type = FIELD_REF, .width = 16,
	 .since = 2, .ref = &kind_management_review,
	 .help = N_("The review that decided it; the next review asks for it (9.3.2 a).")},
	{.name = "carried_to", .label = N_("Carried over to"), .type = FIELD_REF, .width = 16,
	 .since = 3, .ref = &kind_management_review,
	 .help = N_("The later review that takes it over because it is not done; preparing that "
		    "review enters it. The ones before it are in \"carried through\".")},
	{.name = "decision", .label = N_("Decision"), .type = FIELD_REF, .width = 16, .since = 3,
	 .ref = &kind_decision, .help = N_("The decision that it carries out.")},
	{.name = "incident", .label = N_("Incident"), .type = FIELD_REF, .width = 16, .since = 2,
	 .ref = &kind_incident, .help = N_("The incident that taught it.")},
	{.name = "objective", .label = N_("Objective"), .type = FIELD_REF, .width = 16, .since = 2,
	 .ref = &kind_objective, .help = N_("The objective that it is a step to.")},
	{.name = "improvement", .label = N_("Improvement"), .type = FIELD_REF, .width = 16,
	 .since = 2, .ref = &kind_improvement, .help = N_("The proposal that it carries out.")},
	{.name = "change", .label = N_("Change"), .type = FIELD_REF, .width = 16, .since = 2,
	 .ref = &kind_change, .help = N_("The change of the ISMS that it is part of.")},
	{.name = "verified_by", .label = N_("Verified by"), .type = FIELD_REF, .width = 16,
	 .since = 2, .ref = &kind_person, .section = N_("Effect"),
	 .help = N_("Who saw that it works; better not its owner.")},
	{.name = "effect", .label = N_("Effect seen"), .type = FIELD_NOTE, .width = 30, .since = 2,
	 .flags = F_SEARCHED,
	 .help = N_("What shows that it works. Done without proof is what auditors look for.")},
	{.name = "notes", .label = N_("Notes"), .type = FIELD_NOTE, .width = 30, .since = 1,
	 .flags = F_SEARCHED, .section = N_("Notes"), .help = N_("Anything else.")},
	{.name = "overdue", .label = N_("Overdue"), .type = FIELD_BOOL, .width = 7, .since = 1,
	 .flags = F_DERIVED | F_LISTED, .help = N_("Not done though its day has passed.")},
	{.name = "carried_through", .label = N_("Carried through"), .type = FIELD_TEXT, .width = 18,
	 .since = 3, .flags = F_DERIVED,
	 .help = N_("All reviews that took it over, the last one at the end.")},
};

const struct kind kind_action = {
	.name = "action", .title = N_("Action"), .plural = N_("Actions"), .prefix = "AC",
	.clause = "6.1.3", .number = 15, .group = GROUP_IMPROVEMENT, .since = 1,
	.fields = fields, .nfields = sizeof(fields) / sizeof(*fields), .life = &life,
	.help = N_("Who does what by when, for treatments, gaps, findings and decisions. Auditors "
		   "look for what is overdue and for done without proof."),
};
