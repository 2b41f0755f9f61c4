/* Measures that change risk: those of Annex A and the organisation's own. */
#include "config.h"

#include "isms/model/kinds.h"
#include "isms/util/i18n.h"

const struct choice control_themes[] = {
	{"organizational", N_("Organizational"), STYLE_PLAIN, NULL},
	{"people", N_("People"), STYLE_PLAIN, NULL},
	{"physical", N_("Physical"), STYLE_PLAIN, NULL},
	{"technological", N_("Technological"), STYLE_PLAIN, NULL},
	{"legal", N_("Legal"), STYLE_PLAIN, NULL},
	{NULL, NULL, STYLE_PLAIN, NULL},
};

static const struct choice states[] = {
	{"planned", N_("Planned"), STYLE_DIM, NULL},
	{"in progress", N_("In progress"), STYLE_PLAIN, NULL},
	{"implemented", N_("Implemented"), STYLE_PLAIN, NULL},
	{"operating", N_("Operating"), STYLE_GOOD, NULL},
	{"degraded", N_("Degraded"), STYLE_BAD, NULL},
	{"retired", N_("Retired"), STYLE_DIM, NULL},
	{NULL, NULL, STYLE_PLAIN, NULL},
};

static const struct move moves[] = {
	{"planned", "in progress", NULL}, {"in progress", "implemented", NULL},
	{"implemented", "operating", NULL}, {"operating", "degraded", NULL},
	{"degraded", "operating", NULL}, {"*", "retired", NULL},
	{NULL, NULL, NULL},
};

static const struct lifecycle life = {"status", moves};

static const struct field fields[] = {
	{.name = "title", .label = N_("Control"), .type = FIELD_TEXT, .width = 40, .since = 1,
	 .flags = F_REQUIRED | F_LISTED | F_SEARCHED,
	 .help = N_("The control's title; for one of Annex A the title of the standard.")},
	{.name = "theme", .label = N_("Theme"), .type = FIELD_CHOICE, .width = 14, .since = 1,
	 .flags = F_LISTED | F_SEARCHED, .choices = control_themes,
	 .help = N_("Which sort of control it is. A high risk should not rest on one sort alone.")},
	{.name = "status", .label = N_("Status"), .type = FIELD_CHOICE, .width = 11, .since = 1,
	 .flags = F_REQUIRED | F_LISTED | F_SEARCHED, .choices = states, .initial = "planned",
	 .help = N_("How far it is. Operating: it is done as described, and there is evidence.")},
	{.name = "owner", .label = N_("Owner"), .type = FIELD_REF, .width = 16, .since = 1,
	 .flags = F_LISTED, .ref = &kind_person, .help = N_("Who sees to it that it works.")},
	{.name = "how", .label = N_("How it is done"), .type = FIELD_NOTE, .width = 30, .since = 1,
	 .flags = F_SEARCHED,
	 .help = N_("How this organisation does it. A practice without a document counts, if it "
		    "can be shown.")},
	{.name = "frequency", .label = N_("Frequency"), .type = FIELD_TEXT, .width = 12, .since = 1,
	 .help = N_("How often it is carried out: always, daily, at each release, yearly.")},
	{.name = "implemented_on", .label = N_("Implemented on"), .type = FIELD_DATE, .width = 10,
	 .since = 1, .help = N_("Since when it is in place.")},
	{.name = "next_check", .label = N_("Next check"), .type = FIELD_DATE, .width = 10,
	 .since = 1, .flags = F_LISTED, .help = N_("When its effect is looked at next.")},
	{.name = "cost_once", .label = N_("Cost once"), .type = FIELD_MONEY, .width = 12, .since = 1,
	 .min = 0, .max = 100000000000000L, .section = N_("Cost"),
	 .help = N_("What it takes to put in place.")},
	{.name = "cost_yearly", .label = N_("Cost a year"), .type = FIELD_MONEY, .width = 12,
	 .since = 1, .min = 0, .max = 100000000000000L, .help = N_("What it takes to run.")},
	{.name = "documents", .label = N_("Documents"), .type = FIELD_REFS, .width = 16, .since = 2,
	 .ref = &kind_document, .section = N_("Proof"),
	 .help = N_("Documents that rule how it is done.")},
	{.name = "evidence", .label = N_("Evidence"), .type = FIELD_REFS, .width = 16, .since = 2,
	 .ref = &kind_evidence,
	 .help = N_("What shows that it works. Auditors ask for this first.")},
	{.name = "control_type", .label = N_("Type"), .type = FIELD_TEXT, .width = 16, .since = 1,
	 .flags = F_SEARCHED, .section = N_("Attributes (ISO/IEC 27002:2022)"),
	 .help = N_("Preventive, detective, corrective.")},
	{.name = "security_properties", .label = N_("Properties"), .type = FIELD_TEXT, .width = 20,
	 .since = 1, .help = N_("Confidentiality, integrity, availability.")},
	{.name = "cybersecurity_concepts", .label = N_("Concepts"), .type = FIELD_TEXT, .width = 20,
	 .since = 1, .help = N_("Identify, protect, detect, respond, recover.")},
	{.name = "operational_capabilities", .label = N_("Capabilities"), .type = FIELD_TEXT,
	 .width = 20, .since = 1, .help = N_("The field of practice it belongs to.")},
	{.name = "security_domains", .label = N_("Domains"), .type = FIELD_TEXT, .width = 20,
	 .since = 1, .help = N_("Governance, protection, defence, resilience.")},
	{.name = "new_in_2022", .label = N_("New in 2022"), .type = FIELD_BOOL, .width = 5,
	 .since = 1, .help = N_("The edition of 2013 had no such control.")},
	{.name = "notes", .label = N_("Notes"), .type = FIELD_NOTE, .width = 30, .since = 1,
	 .flags = F_SEARCHED, .section = N_("Notes"), .help = N_("Anything else.")},
	{.name = "risks", .label = N_("Risks"), .type = FIELD_INT, .width = 5, .since = 1,
	 .flags = F_DERIVED, .help = N_("How many live risks this control treats.")},
	{.name = "last_checked", .label = N_("Last checked"), .type = FIELD_DATE, .width = 10,
	 .since = 2, .flags = F_DERIVED, .help = N_("When it was last assessed.")},
	{.name = "effect", .label = N_("Effect"), .type = FIELD_CHOICE, .width = 11, .since = 2,
	 .flags = F_DERIVED, .choices = operation_choices,
	 .help = N_("How it was found to work at the last assessment.")},
	{.name = "untrained", .label = N_("Not trained"), .type = FIELD_NOTE, .width = 30, .since = 3,
	 .flags = F_DERIVED,
	 .help = N_("Who has not had a training on this control that is for them.")},
	{.name = "overdue", .label = N_("Overdue"), .type = FIELD_BOOL, .width = 7, .since = 2,
	 .flags = F_DERIVED,
	 .help = N_("Its next check has passed; a later assessment sets its own day.")},
};

const struct kind kind_control = {
	.name = "control", .title = N_("Control"), .plural = N_("Controls"), .prefix = "C",
	.clause = "6.1.3", .number = 7, .group = GROUP_CONTROLS, .since = 1,
	.fields = fields, .nfields = sizeof(fields) / sizeof(*fields), .life = &life,
	.help = N_("The 93 controls of Annex A and those of your own, with owner, state and how "
		   "they are done. Auditors ask: show me that it works."),
};
