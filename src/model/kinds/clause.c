/*
 * The thirty requirements of clauses 4 to 10 of ISO/IEC 27001:2022, by their
 * numbers and titles, with descriptions of our own: what an audit covers, what a
 * finding is held against. Loaded with every new file.
 */
#include "config.h"

#include "isms/model/kinds.h"
#include "isms/util/i18n.h"

static const struct choice phases[] = {
	{"plan", N_("Plan"), STYLE_PLAIN, NULL},
	{"do", N_("Do"), STYLE_PLAIN, NULL},
	{"check", N_("Check"), STYLE_PLAIN, NULL},
	{"act", N_("Act"), STYLE_PLAIN, NULL},
	{NULL, NULL, STYLE_PLAIN, NULL},
};

static const struct choice states[] = {
	{"not started", N_("Not started"), STYLE_WARN, NULL},
	{"partly", N_("Partly"), STYLE_PLAIN, NULL},
	{"met", N_("Met"), STYLE_GOOD, NULL},
	{NULL, NULL, STYLE_PLAIN, NULL},
};

static const struct field fields[] = {
	{.name = "title", .label = N_("Clause"), .type = FIELD_TEXT, .width = 40, .since = 2,
	 .flags = F_REQUIRED | F_LISTED | F_SEARCHED, .help = N_("The title in the standard.")},
	{.name = "pdca", .label = N_("Phase"), .type = FIELD_CHOICE, .width = 6, .since = 2,
	 .flags = F_LISTED, .choices = phases, .help = N_("Its place in Plan, Do, Check, Act.")},
	{.name = "description", .label = N_("What it asks"), .type = FIELD_NOTE, .width = 40,
	 .since = 2, .flags = F_SEARCHED,
	 .help = N_("What the clause asks for, in our own words; the standard itself counts.")},
	{.name = "documented_information", .label = N_("To be documented"), .type = FIELD_BOOL,
	 .width = 5, .since = 2, .help = N_("Whether the clause asks for a document or record.")},
	{.name = "documented_what", .label = N_("What is documented"), .type = FIELD_NOTE,
	 .width = 30, .since = 2, .flags = F_SEARCHED, .help = N_("Which one, by its usual name.")},
	{.name = "evidence_asked_for", .label = N_("Evidence asked for"), .type = FIELD_NOTE,
	 .width = 30, .since = 2, .flags = F_SEARCHED, .section = N_("In an audit"),
	 .help = N_("What auditors want to see.")},
	{.name = "common_findings", .label = N_("Usual findings"), .type = FIELD_NOTE, .width = 30,
	 .since = 2, .flags = F_SEARCHED, .help = N_("What they often find.")},
	{.name = "owner", .label = N_("Owner"), .type = FIELD_REF, .width = 16, .since = 2,
	 .flags = F_LISTED, .ref = &kind_person, .section = N_("Here"),
	 .help = N_("Who answers for it in an audit.")},
	{.name = "how", .label = N_("How it is met"), .type = FIELD_NOTE, .width = 30, .since = 2,
	 .flags = F_SEARCHED,
	 .help = N_("How this organisation meets it, and where that is seen.")},
	{.name = "documents", .label = N_("Documents"), .type = FIELD_REFS, .width = 14, .since = 2,
	 .ref = &kind_document, .help = N_("The documents that say how.")},
	{.name = "state", .label = N_("State"), .type = FIELD_CHOICE, .width = 11, .since = 2,
	 .flags = F_LISTED, .choices = states,
	 .help = N_("How far it is met in your own judgement; the checks judge for themselves.")},
	{.name = "notes", .label = N_("Notes"), .type = FIELD_NOTE, .width = 30, .since = 2,
	 .flags = F_SEARCHED, .section = N_("Notes"), .help = N_("Anything else.")},
	{.name = "last_audited", .label = N_("Last audited"), .type = FIELD_DATE, .width = 10,
	 .since = 2, .flags = F_DERIVED | F_LISTED,
	 .help = N_("The last day of the newest audit held that covers it.")},
	{.name = "open_findings", .label = N_("Open findings"), .type = FIELD_INT, .width = 5,
	 .since = 2, .flags = F_DERIVED | F_LISTED,
	 .help = N_("Findings against it that are not closed, but for conformities.")},
};

const struct kind kind_clause = {
	.name = "clause", .title = N_("Clause"), .plural = N_("Clauses"), .prefix = "CL",
	.clause = "9.2", .number = 107, .group = GROUP_AUDITS, .since = 2, .fields = fields,
	.nfields = sizeof(fields) / sizeof(*fields),
	.help = N_("The requirements of clauses 4 to 10, one record each, with the evidence that "
		   "auditors ask for, who answers for it and how it is met. All of them count: "
		   "none can be excluded."),
};
