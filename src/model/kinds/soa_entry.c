/*
 * The Statement of Applicability (6.1.3 d): one entry a control. What the
 * data model calls reason text and exclusion text is one field here, since a
 * control is either in or out and people's spreadsheets have one column. All of
 * them are of the edition of 2022: that of 2013 is a framework whose mapping says
 * what became of each control, and how an entry stands in the old numbers.
 */
#include "config.h"

#include "isms/model/kinds.h"
#include "isms/model/record.h"
#include "isms/util/i18n.h"
#include "isms/util/str.h"

static const struct choice applicable[] = {
	{"yes", N_("Applicable"), STYLE_PLAIN, NULL},
	{"no", N_("Excluded"), STYLE_DIM, NULL},
	{"undecided", N_("Undecided"), STYLE_WARN, NULL},
	{NULL, NULL, STYLE_PLAIN, NULL},
};

static const struct choice reasons[] = {
	{"risk", N_("Risk"), STYLE_PLAIN, NULL},
	{"law", N_("Law"), STYLE_PLAIN, NULL},
	{"contract", N_("Contract"), STYLE_PLAIN, NULL},
	{"business", N_("Business"), STYLE_PLAIN, NULL},
	{"best practice", N_("Best practice"), STYLE_PLAIN, NULL},
	{NULL, NULL, STYLE_PLAIN, NULL},
};

static const struct choice implementation[] = {
	{"not started", N_("Not started"), STYLE_WARN, NULL},
	{"planned", N_("Planned"), STYLE_PLAIN, NULL},
	{"partly", N_("Partly"), STYLE_PLAIN, NULL},
	{"implemented", N_("Implemented"), STYLE_GOOD, NULL},
	{NULL, NULL, STYLE_PLAIN, NULL},
};

static const struct field fields[] = {
	{.name = "title", .label = N_("Title"), .type = FIELD_TEXT, .width = 34, .since = 1,
	 .flags = F_DERIVED | F_LISTED, .help = N_("The title of the control.")},
	{.name = "control", .label = N_("Control"), .type = FIELD_REF, .width = 8, .since = 1,
	 .flags = F_REQUIRED | F_UNIQUE, .ref = &kind_control,
	 .help = N_("The control that this entry decides on.")},
	{.name = "theme", .label = N_("Theme"), .type = FIELD_CHOICE, .width = 14, .since = 1,
	 .flags = F_DERIVED, .choices = control_themes, .help = N_("The theme of the control.")},
	{.name = "applicable", .label = N_("Applicable"), .type = FIELD_CHOICE, .width = 10,
	 .since = 1, .flags = F_REQUIRED | F_LISTED | F_SEARCHED, .choices = applicable,
	 .initial = "undecided", .help = N_("Whether the control is needed here. Every one of "
					    "Annex A has to be decided.")},
	{.name = "reasons", .label = N_("Reasons"), .type = FIELD_CHOICES, .width = 14, .since = 1,
	 .flags = F_LISTED, .choices = reasons,
	 .help = N_("Why it is in: a risk, a law, a contract, the business, or best practice.")},
	{.name = "justification", .label = N_("Justification"), .type = FIELD_NOTE, .width = 30,
	 .since = 1, .flags = F_SEARCHED,
	 .help = N_("Why it is in, or why it is out. An exclusion without a reason is a "
		    "nonconformity.")},
	{.name = "implementation", .label = N_("Implementation"), .type = FIELD_CHOICE, .width = 12,
	 .since = 1, .flags = F_REQUIRED | F_LISTED | F_SEARCHED, .choices = implementation,
	 .initial = "not started", .help = N_("How far it is put into practice.")},
	{.name = "how", .label = N_("How implemented"), .type = FIELD_NOTE, .width = 30, .since = 1,
	 .flags = F_SEARCHED, .help = N_("How it is done here, in a sentence or two.")},
	{.name = "evidence", .label = N_("Evidence"), .type = FIELD_NOTE, .width = 30, .since = 1,
	 .flags = F_SEARCHED, .help = N_("Documents and records that show it.")},
	{.name = "documents", .label = N_("Documents"), .type = FIELD_REFS, .width = 16, .since = 2,
	 .ref = &kind_document, .help = N_("Documents of the register that rule it.")},
	{.name = "requirements", .label = N_("Requirements"), .type = FIELD_REFS, .width = 16,
	 .since = 2, .ref = &kind_requirement,
	 .help = N_("Laws, contracts and wishes that ask for the control.")},
	{.name = "gap", .label = N_("Gap"), .type = FIELD_NOTE, .width = 30, .since = 1,
	 .flags = F_SEARCHED, .help = N_("What is still missing.")},
	{.name = "responsible", .label = N_("Responsible"), .type = FIELD_REF, .width = 16,
	 .since = 1, .flags = F_LISTED, .ref = &kind_person, .help = N_("Who closes the gap.")},
	{.name = "target_date", .label = N_("Target date"), .type = FIELD_DATE, .width = 10,
	 .since = 1, .help = N_("When the gap is to be closed.")},
	{.name = "last_checked", .label = N_("Last checked"), .type = FIELD_DATE, .width = 10,
	 .since = 1, .help = N_("When somebody last looked whether this is still true.")},
	{.name = "notes", .label = N_("Notes"), .type = FIELD_NOTE, .width = 30, .since = 1,
	 .flags = F_SEARCHED, .section = N_("Notes"), .help = N_("Anything else.")},
	{.name = "risks", .label = N_("Risks"), .type = FIELD_INT, .width = 5, .since = 1,
	 .flags = F_DERIVED | F_LISTED, .help = N_("How many live risks the control treats.")},
};

static bool soa_check(const struct rules *rules, const struct record *rec, struct err *err)
{
	const struct value *answer = record_get(rec, "applicable");
	const struct value *why = record_get(rec, "justification");
	bool ok = true;

	(void)rules;
	if (answer->set && str_equal(answer->text, "no") && (!why->set || !*why->text))
		ok = err_field(err, kind_field(rec->kind, "justification"),
			       _("an excluded control needs a justification"));
	return ok;
}

const struct kind kind_soa_entry = {
	.name = "soa_entry", .title = N_("SoA entry"), .plural = N_("Statement of Applicability"),
	.prefix = "SOA", .clause = "6.1.3", .number = 8, .group = GROUP_CONTROLS, .since = 1,
	.fields = fields, .nfields = sizeof(fields) / sizeof(*fields), .check = soa_check,
	.help = N_("Which controls of Annex A apply, why, and how far each is. The first document "
		   "that an auditor asks for."),
};
