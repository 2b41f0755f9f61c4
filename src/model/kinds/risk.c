/*
 * The risk register (6.1.2, 8.2). Each risk has four ratings: inherent (before
 * any control), current (with what works today), residual (expected after the
 * plan) and target. A rating is a likelihood and an impact, either one figure or
 * one each for confidentiality, integrity and availability.
 *
 * Who rated when is not asked for: the history knows it of each figure (H, isms log).
 * Whether a risk is seen from assets or from events shows in what it names.
 */
#include "config.h"

#include "isms/model/kinds.h"
#include "isms/model/rules.h"
#include "isms/util/i18n.h"

static const struct choice risk_kinds[] = {
	{"threat", N_("Threat"), STYLE_PLAIN, NULL},
	{"opportunity", N_("Opportunity"), STYLE_PLAIN, NULL},
	{NULL, NULL, STYLE_PLAIN, NULL},
};

const struct choice treatment_options[] = {
	{"modify", N_("Modify"), STYLE_PLAIN, N_("Mitigate")},
	{"retain", N_("Retain"), STYLE_PLAIN, N_("Accept")},
	{"avoid", N_("Avoid"), STYLE_PLAIN, N_("Avoid")},
	{"share", N_("Share"), STYLE_PLAIN, N_("Transfer")},
	{NULL, NULL, STYLE_PLAIN, NULL},
};

static const struct choice states[] = {
	{"identified", N_("Identified"), STYLE_PLAIN, NULL},
	{"analysed", N_("Analysed"), STYLE_PLAIN, NULL},
	{"evaluated", N_("Evaluated"), STYLE_PLAIN, NULL},
	{"in treatment", N_("In treatment"), STYLE_PLAIN, NULL},
	{"treated", N_("Treated"), STYLE_GOOD, NULL},
	{"accepted", N_("Accepted"), STYLE_GOOD, NULL},
	{"monitored", N_("Monitored"), STYLE_GOOD, NULL},
	{"closed", N_("Closed"), STYLE_DIM, NULL},
	{NULL, NULL, STYLE_PLAIN, NULL},
};

static const struct move moves[] = {
	{"identified", "analysed", NULL}, {"analysed", "evaluated", NULL},
	{"evaluated", "in treatment", NULL}, {"evaluated", "accepted", NULL},
	{"in treatment", "treated", NULL}, {"treated", "monitored", NULL},
	{"monitored", "closed", NULL}, {"accepted", "analysed", NULL},
	{"monitored", "analysed", NULL}, {"closed", "analysed", NULL},
	{NULL, NULL, NULL},
};

static const struct lifecycle life = {"status", moves};

/* The six fields of one rating. A table written four times over would not stay
 * the same four times; only the name and the words differ. */
#define RATING(key, heading, what)                                                               \
	{.name = key "_likelihood", .label = N_("Likelihood"), .type = FIELD_SCALE, .width = 2,  \
	 .since = 1, .scale = SCALE_LIKELIHOOD, .section = heading,                              \
	 .help = N_("How likely it is, " what ".")},                                             \
	{.name = key "_impact", .label = N_("Impact"), .type = FIELD_SCALE, .width = 2,          \
	 .since = 1, .scale = SCALE_IMPACT,                                                      \
	 .help = N_("What it does, " what "; used where confidentiality, integrity and "         \
		    "availability are not rated one by one.")},                                  \
	{.name = key "_impact_c", .label = N_("Impact on confidentiality"), .type = FIELD_SCALE, \
	 .width = 2, .since = 1, .scale = SCALE_IMPACT,                                          \
	 .help = N_("What a loss of confidentiality does, " what ".")},                          \
	{.name = key "_impact_i", .label = N_("Impact on integrity"), .type = FIELD_SCALE,       \
	 .width = 2, .since = 1, .scale = SCALE_IMPACT,                                          \
	 .help = N_("What a loss of integrity does, " what ".")},                                \
	{.name = key "_impact_a", .label = N_("Impact on availability"), .type = FIELD_SCALE,    \
	 .width = 2, .since = 1, .scale = SCALE_IMPACT,                                          \
	 .help = N_("What a loss of availability does, " what ".")},                             \
	{.name = key "_reason", .label = N_("Reason"), .type = FIELD_NOTE, .width = 30,          \
	 .since = 1, .flags = F_SEARCHED,                                                        \
	 .help = N_("Why it is rated so. Auditors ask for this more than for the figure.")}

/* What the ratings come to, by the method in force; see data/view/risk.sql. */
#define RATED(key, cells, more, title, what)                                                     \
	{.name = key "_l", .label = N_("Likelihood"), .heading = N_("L"), .type = FIELD_SCALE,   \
	 .width = cells, .since = 1, .scale = SCALE_LIKELIHOOD, .flags = F_DERIVED | (more),     \
	 .section = title,                                                                       \
	 .help = N_("Effective likelihood, " what ".")},                                         \
	{.name = key "_i", .label = N_("Impact"), .heading = N_("I"), .type = FIELD_SCALE,       \
	 .width = cells, .since = 1, .scale = SCALE_IMPACT, .flags = F_DERIVED | (more),         \
	 .help = N_("Effective impact by the method's rule, " what ".")},                        \
	{.name = key "_level", .label = N_("Level"), .type = FIELD_SCALE, .width = 9,            \
	 .since = 1, .scale = SCALE_LEVEL, .flags = F_DERIVED,                                   \
	 .help = N_("Level by the method's matrix, " what ".")}

/* The inherent rating less what the controls take off it (kind risk_control). */
#define SUGGESTED(key, heading, what)                                                            \
	{.name = "suggested_" key "_l", .label = N_("Likelihood"), .type = FIELD_SCALE,          \
	 .width = 2, .since = 2, .scale = SCALE_LIKELIHOOD, .flags = F_DERIVED,                  \
	 .section = heading,                                                                     \
	 .help = N_("Likelihood as the effects of controls suggest it, " what ".")},             \
	{.name = "suggested_" key "_i", .label = N_("Impact"), .type = FIELD_SCALE, .width = 2,  \
	 .since = 2, .scale = SCALE_IMPACT, .flags = F_DERIVED,                                  \
	 .help = N_("Impact as the effects of controls suggest it, " what ".")}

static const struct field fields[] = {
	{.name = "title", .label = N_("Risk"), .type = FIELD_TEXT, .width = 30, .since = 1,
	 .flags = F_REQUIRED | F_LISTED | F_SEARCHED,
	 .help = N_("The risk in one line: what may happen to what.")},
	{.name = "risk_kind", .label = N_("Kind"), .type = FIELD_CHOICE, .width = 11, .since = 1,
	 .flags = F_REQUIRED, .choices = risk_kinds, .initial = "threat",
	 .help = N_("A threat or an opportunity; the standard wants both looked at (6.1.1).")},
	{.name = "scenario", .label = N_("Scenario"), .type = FIELD_NOTE, .width = 30, .since = 1,
	 .flags = F_SEARCHED,
	 .help = N_("How it comes about and what follows, so that somebody else can rate it.")},
	{.name = "category", .label = N_("Category"), .type = FIELD_TEXT, .width = 16, .since = 1,
	 .flags = F_SEARCHED, .help = N_("A group of your own.")},
	{.name = "assets", .label = N_("Assets"), .type = FIELD_REFS, .width = 14, .since = 1,
	 .ref = &kind_asset, .help = N_("What is hit.")},
	{.name = "processes", .label = N_("Processes"), .type = FIELD_REFS, .width = 14,
	 .since = 2, .ref = &kind_process,
	 .help = N_("Which work is hit; for risks seen from events rather than from assets.")},
	{.name = "threats", .label = N_("Threats"), .type = FIELD_REFS, .width = 14, .since = 1,
	 .ref = &kind_threat, .help = N_("What happens.")},
	{.name = "vulnerabilities", .label = N_("Vulnerabilities"), .type = FIELD_REFS, .width = 14,
	 .since = 1, .ref = &kind_vulnerability, .help = N_("What lets it happen.")},
	{.name = "owner", .label = N_("Risk owner"), .type = FIELD_REF, .width = 14, .since = 1,
	 .flags = F_LISTED, .ref = &kind_person,
	 .help = N_("Who has the accountability and the authority to manage the risk; not who "
		    "does the work. Approves the plan and what remains (6.1.3 f).")},
	{.name = "status", .label = N_("Status"), .type = FIELD_CHOICE, .width = 12, .since = 1,
	 .flags = F_REQUIRED | F_LISTED | F_SEARCHED, .choices = states, .initial = "identified",
	 .help = N_("How far it is: identified, analysed, evaluated, then treated or accepted.")},
	{.name = "identified_on", .label = N_("Identified on"), .type = FIELD_DATE, .width = 10,
	 .since = 1, .initial = "today", .help = N_("When it was first seen.")},
	{.name = "next_review", .label = N_("Next review"), .type = FIELD_DATE, .width = 10,
	 .since = 1, .help = N_("When it is rated again (8.2).")},
	{.name = "existing_controls", .label = N_("What is already done"), .type = FIELD_NOTE,
	 .width = 30, .since = 1, .flags = F_SEARCHED,
	 .help = N_("Existing controls in words; those of the register stand under Controls.")},
	{.name = "controls", .label = N_("Controls"), .type = FIELD_REFS, .width = 14, .since = 1,
	 .ref = &kind_control,
	 .help = N_("The controls that treat this risk. They cannot be excluded in the SoA.")},

	{.name = "treatment", .label = N_("Treatment"), .type = FIELD_CHOICES, .width = 10,
	 .since = 1, .flags = F_LISTED, .choices = treatment_options, .section = N_("Treatment"),
	 .help = N_("What is done about it; several may be combined.")},
	{.name = "treatment_plan", .label = N_("Treatment plan"), .type = FIELD_NOTE, .width = 30,
	 .since = 1, .flags = F_SEARCHED,
	 .help = N_("What is planned, in words; its steps are actions with owner and date.")},
	{.name = "due", .label = N_("Due"), .type = FIELD_DATE, .width = 10, .since = 1,
	 .late = "plan_overdue", .flags = F_LISTED, .help = N_("When the plan is to be done.")},
	{.name = "priority", .label = N_("Priority"), .type = FIELD_INT, .width = 2, .since = 1,
	 .min = 1, .max = 4, .help = N_("1 first to 4 last.")},
	{.name = "loss_low", .label = N_("Loss at least"), .type = FIELD_MONEY, .width = 12,
	 .since = 1, .min = 0, .max = 100000000000000L,
	 .help = N_("What one case costs at the least.")},
	{.name = "loss_high", .label = N_("Loss at most"), .type = FIELD_MONEY, .width = 12,
	 .since = 1, .min = 0, .max = 100000000000000L,
	 .help = N_("What one case costs at the most.")},

	RATING("inherent", N_("Inherent (before controls)"), "before any control"),
	RATING("current", N_("Current (with what works today)"), "with what works today"),
	RATING("residual", N_("Residual (after the plan)"), "once the plan is done"),
	RATING("target", N_("Target"), "as it is wanted in the end"),

	{.name = "notes", .label = N_("Notes"), .type = FIELD_NOTE, .width = 30, .since = 1,
	 .flags = F_SEARCHED, .section = N_("Notes"), .help = N_("Anything else.")},

	{.name = "level", .label = N_("Level"), .type = FIELD_SCALE, .width = 9, .since = 1,
	 .scale = SCALE_LEVEL, .flags = F_DERIVED | F_LISTED, .section = N_("Derived"),
	 .help = N_("The current level.")},
	{.name = "need", .label = N_("Need"), .type = FIELD_CHOICE, .width = 10, .since = 1,
	 .choices = need_choices, .flags = F_DERIVED,
	 .help = N_("What the current level asks for, against appetite and tolerance.")},
	{.name = "coverage", .label = N_("Coverage %"), .type = FIELD_INT, .width = 4, .since = 1,
	 .flags = F_DERIVED, .help = N_("Share of its controls that operate, in per cent.")},
	{.name = "effective", .label = N_("Effective %"), .type = FIELD_INT, .width = 4, .since = 2,
	 .flags = F_DERIVED,
	 .help = N_("Share of its controls that operate and were found effective within the "
		    "method's interval, in per cent.")},
	{.name = "themes", .label = N_("Sorts of control"), .type = FIELD_INT, .width = 3,
	 .since = 2, .flags = F_DERIVED,
	 .help = N_("How many sorts of control it rests on; a high risk should not rest on one.")},
	SUGGESTED("current", N_("Suggested (current)"), "with the controls that work today"),
	SUGGESTED("residual", N_("Suggested (residual)"), "once its planned controls work too"),
	{.name = "overdue", .label = N_("Overdue"), .type = FIELD_BOOL, .width = 7, .since = 1,
	 .flags = F_DERIVED,
	 .help = N_("Its plan is not done in time, or its review is due.")},
	{.name = "plan_overdue", .label = N_("Plan overdue"), .type = FIELD_BOOL, .width = 7,
	 .since = 3, .flags = F_DERIVED, .help = N_("Its plan is not done in time.")},
	RATED("inherent", 2, 0, N_("Derived: inherent"), "inherent"),
	RATED("current", 1, F_LISTED, N_("Derived: current"), "current, else inherent"),
	RATED("residual", 2, 0, N_("Derived: residual"), "residual, else current"),
	RATED("target", 2, 0, N_("Derived: target"), "target"),
};

static const char *const title_from[] = {"scenario", "threats", "assets", NULL};

const struct kind kind_risk = {
	.name = "risk", .title = N_("Risk"), .plural = N_("Risks"), .prefix = "R",
	.clause = "6.1.2", .number = 12, .group = GROUP_RISKS, .since = 1,
	.fields = fields, .nfields = sizeof(fields) / sizeof(*fields), .life = &life,
	.title_from = title_from, .columns = "current_l,current_i,level,owner,due,status,treatment",
	.help = N_("What may happen to what, how likely and how bad it is, who owns it and what is "
		   "done. Auditors follow single risks from here to treatment, SoA and evidence."),
};
