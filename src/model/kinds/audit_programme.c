/* The audits of a period and what they cover (9.2.2). */
#include "config.h"

#include "isms/model/check.h"
#include "isms/model/kinds.h"
#include "isms/util/i18n.h"

static const struct choice states[] = {
	{"draft", N_("Draft"), STYLE_DIM, NULL},
	{"approved", N_("Approved"), STYLE_PLAIN, NULL},
	{"running", N_("Running"), STYLE_PLAIN, NULL},
	{"closed", N_("Closed"), STYLE_GOOD, NULL},
	{NULL, NULL, STYLE_PLAIN, NULL},
};

static const struct move moves[] = {
	{"draft", "approved", "approved_by"}, {"approved", "draft", NULL},
	{"approved", "running", NULL}, {"running", "closed", "evaluation"},
	{NULL, NULL, NULL},
};

static const struct lifecycle life = {"status", moves};

static const struct field fields[] = {
	{.name = "title", .label = N_("Programme"), .type = FIELD_TEXT, .width = 28, .since = 2,
	 .flags = F_REQUIRED | F_LISTED | F_SEARCHED,
	 .help = N_("What it is called: \"Internal audits 2026 to 2028\".")},
	{.name = "from_date", .label = N_("From"), .type = FIELD_DATE, .width = 10, .since = 2,
	 .flags = F_REQUIRED | F_LISTED, .help = N_("The first day of its period.")},
	{.name = "to_date", .label = N_("To"), .type = FIELD_DATE, .width = 10, .since = 2,
	 .flags = F_REQUIRED | F_LISTED,
	 .help = N_("The last day of its period. Within it every clause and every applicable "
		    "control is to be audited once.")},
	{.name = "status", .label = N_("Status"), .type = FIELD_CHOICE, .width = 8, .since = 2,
	 .flags = F_REQUIRED | F_LISTED, .choices = states, .initial = "draft",
	 .help = N_("How far it is.")},
	{.name = "responsible", .label = N_("Responsible"), .type = FIELD_REF, .width = 16,
	 .since = 2, .flags = F_LISTED, .ref = &kind_person,
	 .help = N_("Who sees to it that the audits take place.")},
	{.name = "aims", .label = N_("Aims"), .type = FIELD_NOTE, .width = 30, .since = 2,
	 .flags = F_SEARCHED, .section = N_("Content"), .help = N_("What it is to find out.")},
	{.name = "basis", .label = N_("Importance and earlier results"), .type = FIELD_NOTE,
	 .width = 30, .since = 2, .flags = F_SEARCHED,
	 .help = N_("Why these audits at these times: what matters most, what went wrong before. "
		    "Auditors look for a programme that would be the same without any findings.")},
	{.name = "risks", .label = N_("Risks of the programme"), .type = FIELD_NOTE, .width = 30,
	 .since = 2, .flags = F_SEARCHED,
	 .help = N_("What could keep it from working: an auditor who is ill, a season without "
		    "time.")},
	{.name = "methods", .label = N_("Methods"), .type = FIELD_NOTE, .width = 30, .since = 2,
	 .flags = F_SEARCHED, .help = N_("How is audited: on site, from afar, samples, tests.")},
	{.name = "reporting", .label = N_("Reporting"), .type = FIELD_NOTE, .width = 24, .since = 2,
	 .flags = F_SEARCHED, .help = N_("Who gets the reports, and when.")},
	{.name = "approved_by", .label = N_("Approved by"), .type = FIELD_REF, .width = 16,
	 .since = 2, .ref = &kind_person, .section = N_("Approval"),
	 .help = N_("Who of management approved it.")},
	{.name = "approved_on", .label = N_("Approved on"), .type = FIELD_DATE, .width = 10,
	 .since = 2, .help = N_("The day it was approved.")},
	{.name = "evaluation", .label = N_("Evaluation"), .type = FIELD_NOTE, .width = 30,
	 .since = 2, .flags = F_SEARCHED, .help = N_("What to do better in the next one.")},
	{.name = "notes", .label = N_("Notes"), .type = FIELD_NOTE, .width = 30, .since = 2,
	 .flags = F_SEARCHED, .section = N_("Notes"), .help = N_("Anything else.")},
	{.name = "audits", .label = N_("Audits"), .type = FIELD_INT, .width = 4, .since = 2,
	 .flags = F_DERIVED | F_LISTED, .section = N_("Coverage"),
	 .help = N_("Its audits: those that name it, and others in its period that name none; "
		    "cancelled and postponed ones are not counted, nor those at suppliers.")},
	{.name = "audits_held", .label = N_("Held"), .type = FIELD_INT, .width = 4, .since = 2,
	 .flags = F_DERIVED, .help = N_("Audits of it that are reported or closed.")},
	{.name = "clauses_planned", .label = N_("Clauses planned %"), .type = FIELD_INT, .width = 4,
	 .since = 2, .flags = F_DERIVED,
	 .help = N_("Clauses that its audits cover, held or not, in per cent of all.")},
	{.name = "clauses_covered", .label = N_("Clauses covered %"), .type = FIELD_INT, .width = 4,
	 .since = 2, .flags = F_DERIVED | F_LISTED,
	 .help = N_("Clauses that the audits held have covered, in per cent of all.")},
	{.name = "controls_planned", .label = N_("Controls planned %"), .type = FIELD_INT, .width = 4,
	 .since = 2, .flags = F_DERIVED,
	 .help = N_("Applicable controls that its audits cover, held or not, in per cent.")},
	{.name = "controls_covered", .label = N_("Controls covered %"), .type = FIELD_INT, .width = 4,
	 .since = 2, .flags = F_DERIVED | F_LISTED,
	 .help = N_("Applicable controls that the audits held have covered, in per cent.")},
	{.name = "clauses_missing", .label = N_("Clauses missing"), .type = FIELD_NOTE, .width = 30,
	 .since = 2, .flags = F_DERIVED, .help = N_("Clauses that no audit of it covers.")},
	{.name = "controls_missing", .label = N_("Controls missing"), .type = FIELD_NOTE,
	 .width = 30, .since = 2, .flags = F_DERIVED,
	 .help = N_("Applicable controls that no audit of it covers.")},
	{.name = "overdue", .label = N_("Overdue"), .type = FIELD_BOOL, .width = 7, .since = 2,
	 .flags = F_DERIVED, .help = N_("Its period is over and it is not closed.")},
};

static bool programme_check(const struct rules *rules, const struct record *rec, struct err *err)
{
	(void)rules;
	return check_order(rec, "from_date", "to_date", err);
}

const struct kind kind_audit_programme = {
	.name = "audit_programme", .title = N_("Audit programme"),
	.plural = N_("Audit programmes"), .prefix = "AP", .clause = "9.2.2", .number = 93,
	.group = GROUP_AUDITS, .since = 2, .fields = fields,
	.nfields = sizeof(fields) / sizeof(*fields), .life = &life, .check = programme_check,
	.help = N_("Which audits take place in a period, why, how and by whom, and what of the "
		   "standard and the Statement of Applicability they cover. Auditors look for "
		   "clauses and controls that nobody has ever audited."),
};
