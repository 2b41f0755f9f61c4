/*
 * One audit, whoever made it: our own, at a supplier, by a customer, by the
 * certification body (9.2). Its questions are audit steps, its results findings.
 */
#include "config.h"

#include "isms/model/check.h"
#include "isms/model/kinds.h"
#include "isms/util/i18n.h"

static const struct choice kinds_of[] = {
	{"internal", N_("Internal"), STYLE_PLAIN, NULL},
	{"supplier", N_("At a supplier"), STYLE_PLAIN, NULL},
	{"customer", N_("By a customer"), STYLE_PLAIN, NULL},
	{"stage 1", N_("Certification stage 1"), STYLE_PLAIN, NULL},
	{"stage 2", N_("Certification stage 2"), STYLE_PLAIN, NULL},
	{"surveillance", N_("Surveillance"), STYLE_PLAIN, NULL},
	{"recertification", N_("Recertification"), STYLE_PLAIN, NULL},
	{"special", N_("Special"), STYLE_PLAIN, NULL},
	{NULL, NULL, STYLE_PLAIN, NULL},
};

static const struct choice states[] = {
	{"planned", N_("Planned"), STYLE_PLAIN, NULL},
	{"announced", N_("Announced"), STYLE_PLAIN, NULL},
	{"in progress", N_("In progress"), STYLE_PLAIN, NULL},
	{"reported", N_("Reported"), STYLE_GOOD, NULL},
	{"closed", N_("Closed"), STYLE_GOOD, NULL},
	{"postponed", N_("Postponed"), STYLE_WARN, NULL},
	{"cancelled", N_("Cancelled"), STYLE_DIM, NULL},
	{NULL, NULL, STYLE_PLAIN, NULL},
};

static const struct move moves[] = {
	{"planned", "announced", NULL}, {"announced", "in progress", NULL},
	{"in progress", "reported", "conclusion"}, {"reported", "closed", NULL},
	{"planned", "postponed", "reason"}, {"announced", "postponed", "reason"},
	{"postponed", "planned", NULL}, {"planned", "cancelled", "reason"},
	{"announced", "cancelled", "reason"}, {"postponed", "cancelled", "reason"},
	{NULL, NULL, NULL},
};

static const struct lifecycle life = {"status", moves};

static const struct field fields[] = {
	{.name = "title", .label = N_("Audit"), .type = FIELD_TEXT, .width = 32, .since = 2,
	 .flags = F_REQUIRED | F_LISTED | F_SEARCHED,
	 .help = N_("What and when: \"Internal audit, October 2026\".")},
	{.name = "audit_kind", .label = N_("Kind"), .type = FIELD_CHOICE, .width = 15, .since = 2,
	 .flags = F_REQUIRED | F_LISTED | F_SEARCHED, .choices = kinds_of, .initial = "internal",
	 .help = N_("Who audits whom.")},
	{.name = "programme", .label = N_("Programme"), .type = FIELD_REF, .width = 16, .since = 2,
	 .ref = &kind_audit_programme, .help = N_("The programme that it belongs to.")},
	{.name = "start", .label = N_("Start"), .type = FIELD_DATE, .width = 10, .since = 2,
	 .flags = F_LISTED, .help = N_("The first day.")},
	{.name = "finish", .label = N_("Finish"), .type = FIELD_DATE, .width = 10, .since = 2,
	 .help = N_("The last day on site or in talks.")},
	{.name = "status", .label = N_("Status"), .type = FIELD_CHOICE, .width = 11, .since = 2,
	 .flags = F_REQUIRED | F_LISTED, .choices = states, .initial = "planned",
	 .help = N_("How far it is. Reported: those concerned have the results.")},
	{.name = "aim", .label = N_("Aim"), .type = FIELD_NOTE, .width = 30, .since = 2,
	 .flags = F_SEARCHED, .section = N_("Plan"), .help = N_("What it is to find out.")},
	{.name = "criteria", .label = N_("Criteria"), .type = FIELD_NOTE, .width = 30, .since = 2,
	 .flags = F_SEARCHED,
	 .help = N_("What it is held against: the standard, own policies, a contract. An audit "
		    "without criteria is a talk.")},
	{.name = "scope", .label = N_("Scope"), .type = FIELD_NOTE, .width = 30, .since = 2,
	 .flags = F_SEARCHED, .help = N_("Sites, processes and time that it looks at.")},
	{.name = "clauses", .label = N_("Clauses"), .type = FIELD_REFS, .width = 14, .since = 2,
	 .ref = &kind_clause, .help = N_("The clauses of the standard that it covers.")},
	{.name = "controls", .label = N_("Controls"), .type = FIELD_REFS, .width = 14, .since = 2,
	 .ref = &kind_control, .help = N_("The controls that it covers.")},
	{.name = "units", .label = N_("Units"), .type = FIELD_REFS, .width = 14, .since = 2,
	 .ref = &kind_org_unit, .help = N_("The sites and units that it visits.")},
	{.name = "processes", .label = N_("Processes"), .type = FIELD_REFS, .width = 14, .since = 2,
	 .ref = &kind_process, .help = N_("The processes that it looks at.")},
	{.name = "frameworks", .label = N_("Frameworks"), .type = FIELD_REFS, .width = 14,
	 .since = 2, .ref = &kind_framework,
	 .help = N_("All that it is held against, where one audit serves several.")},
	{.name = "supplier", .label = N_("Supplier"), .type = FIELD_REF, .width = 18, .since = 2,
	 .ref = &kind_supplier, .help = N_("The supplier that is audited, where it is one.")},
	{.name = "party", .label = N_("Audited by"), .type = FIELD_REF, .width = 18, .since = 2,
	 .ref = &kind_interested_party,
	 .help = N_("The party that audits: a customer, the certification body.")},
	{.name = "lead_auditor", .label = N_("Lead auditor"), .type = FIELD_REF, .width = 16,
	 .since = 2, .flags = F_LISTED, .ref = &kind_person, .section = N_("People"),
	 .help = N_("Who leads it.")},
	{.name = "auditors", .label = N_("Auditors"), .type = FIELD_REFS, .width = 16, .since = 2,
	 .ref = &kind_person, .help = N_("Who else audits.")},
	{.name = "external_auditors", .label = N_("Auditors from outside"), .type = FIELD_TEXT,
	 .width = 20, .since = 2, .flags = F_SEARCHED,
	 .help = N_("Body and names, where they are not in the register of people.")},
	{.name = "independence", .label = N_("Independence"), .type = FIELD_NOTE, .width = 24,
	 .since = 2, .flags = F_SEARCHED,
	 .help = N_("Why the auditors are free to judge: nobody audits own work. Auditors of the "
		    "certification body ask for it first.")},
	{.name = "met", .label = N_("People met"), .type = FIELD_REFS, .width = 20, .since = 2,
	 .ref = &kind_person, .help = N_("Who was talked to.")},
	{.name = "announced_on", .label = N_("Announced on"), .type = FIELD_DATE, .width = 10,
	 .since = 2, .section = N_("Result"), .help = N_("When the plan was sent.")},
	{.name = "reported_on", .label = N_("Reported on"), .type = FIELD_DATE, .width = 10,
	 .since = 2, .help = N_("When the report was sent.")},
	{.name = "method", .label = N_("Method and sample"), .type = FIELD_NOTE, .width = 30,
	 .since = 2, .flags = F_SEARCHED,
	 .help = N_("How it was done, and how much of what there is was looked at.")},
	{.name = "conclusion", .label = N_("Conclusion"), .type = FIELD_NOTE, .width = 40,
	 .since = 2, .flags = F_SEARCHED,
	 .help = N_("Whether the ISMS conforms and works, in a few sentences.")},
	{.name = "report", .label = N_("Report"), .type = FIELD_TEXT, .width = 24, .since = 2,
	 .flags = F_SEARCHED, .help = N_("Where the report lies.")},
	{.name = "distribution", .label = N_("Distribution"), .type = FIELD_NOTE, .width = 24,
	 .since = 2, .flags = F_SEARCHED,
	 .help = N_("Who got the report; the managers concerned have to be among them.")},
	{.name = "reason", .label = N_("Reason"), .type = FIELD_NOTE, .width = 24, .since = 2,
	 .flags = F_SEARCHED, .help = N_("Why it was postponed or cancelled.")},
	{.name = "notes", .label = N_("Notes"), .type = FIELD_NOTE, .width = 30, .since = 2,
	 .flags = F_SEARCHED, .section = N_("Notes"), .help = N_("Anything else.")},
	{.name = "steps", .label = N_("Steps"), .type = FIELD_INT, .width = 5, .since = 2,
	 .flags = F_DERIVED, .help = N_("How many questions it has.")},
	{.name = "steps_done", .label = N_("Steps done %"), .type = FIELD_INT, .width = 5, .since = 2,
	 .flags = F_DERIVED, .help = N_("How many of its questions are answered, in per cent.")},
	{.name = "findings", .label = N_("Findings"), .type = FIELD_INT, .width = 5, .since = 2,
	 .flags = F_DERIVED | F_LISTED, .help = N_("All its findings but conformities.")},
	{.name = "nonconformities", .label = N_("Minor and major"), .type = FIELD_INT, .width = 5,
	 .since = 2, .flags = F_DERIVED, .help = N_("Its findings that are minor or major.")},
	{.name = "open_findings", .label = N_("Open findings"), .type = FIELD_INT, .width = 5,
	 .since = 2, .flags = F_DERIVED | F_LISTED, .help = N_("Those that are not closed.")},
	{.name = "overdue", .label = N_("Overdue"), .type = FIELD_BOOL, .width = 7, .since = 2,
	 .flags = F_DERIVED, .help = N_("It should have begun by now.")},
};

static bool audit_check(const struct rules *rules, const struct record *rec, struct err *err)
{
	(void)rules;
	return check_order(rec, "start", "finish", err) &&
	       check_needs(rec, "status", "reported", "conclusion",
			   _("a report has a conclusion"), err);
}

const struct kind kind_audit = {
	.name = "audit", .title = N_("Audit"), .plural = N_("Audits"), .prefix = "AU",
	.clause = "9.2", .number = 94, .group = GROUP_AUDITS, .since = 2, .fields = fields,
	.nfields = sizeof(fields) / sizeof(*fields), .life = &life, .check = audit_check,
	.help = N_("Each audit with criteria, scope, auditors, dates and conclusion. Certification "
		   "needs an internal audit of the whole ISMS before stage 2; auditors then look "
		   "for independence, samples and what became of the findings."),
};

static const struct choice methods[] = {
	{"interview", N_("Interview"), STYLE_PLAIN, NULL},
	{"observation", N_("Observation"), STYLE_PLAIN, NULL},
	{"document", N_("Documents"), STYLE_PLAIN, NULL},
	{"test", N_("Test"), STYLE_PLAIN, NULL},
	{NULL, NULL, STYLE_PLAIN, NULL},
};

static const struct choice results[] = {
	{"open", N_("Open"), STYLE_PLAIN, NULL},
	{"conforms", N_("Conforms"), STYLE_GOOD, NULL},
	{"opportunity", N_("Opportunity"), STYLE_PLAIN, NULL},
	{"observation", N_("Observation"), STYLE_WARN, NULL},
	{"minor", N_("Minor"), STYLE_WARN, NULL},
	{"major", N_("Major"), STYLE_BAD, NULL},
	{"not audited", N_("Not audited"), STYLE_DIM, NULL},
	{NULL, NULL, STYLE_PLAIN, NULL},
};

static const struct field step_fields[] = {
	{.name = "title", .label = N_("Question"), .type = FIELD_TEXT, .width = 40, .since = 2,
	 .flags = F_REQUIRED | F_LISTED | F_SEARCHED,
	 .help = N_("What is asked or looked at.")},
	{.name = "audit", .label = N_("Audit"), .type = FIELD_REF, .width = 20, .since = 2,
	 .flags = F_REQUIRED | F_LISTED, .ref = &kind_audit,
	 .help = N_("The audit it is part of.")},
	{.name = "clause", .label = N_("Clause"), .type = FIELD_REF, .width = 16, .since = 2,
	 .flags = F_LISTED, .ref = &kind_clause, .help = N_("The clause that it is about.")},
	{.name = "control", .label = N_("Control"), .type = FIELD_REF, .width = 16, .since = 2,
	 .flags = F_LISTED, .ref = &kind_control, .help = N_("The control that it is about.")},
	{.name = "requirement", .label = N_("Framework requirement"), .type = FIELD_REF,
	 .width = 12, .since = 2, .ref = &kind_framework_requirement,
	 .help = N_("The requirement of another framework that it is about.")},
	{.name = "ask", .label = N_("Ask for"), .type = FIELD_NOTE, .width = 24, .since = 3,
	 .flags = F_SEARCHED,
	 .help = N_("The evidence to ask for. Preparing the audit fills it from the catalogue of "
		    "clauses and from what the SoA and the control name.")},
	{.name = "method", .label = N_("Method"), .type = FIELD_CHOICES, .width = 16, .since = 2,
	 .choices = methods,
	 .help = N_("How the answer was found. Reading alone does not show that it is done.")},
	{.name = "people", .label = N_("People"), .type = FIELD_REFS, .width = 16, .since = 2,
	 .ref = &kind_person, .help = N_("Who was asked.")},
	{.name = "sample", .label = N_("Sample"), .type = FIELD_NOTE, .width = 24, .since = 2,
	 .flags = F_SEARCHED, .help = N_("Which and how many of how many were looked at.")},
	{.name = "evidence", .label = N_("Evidence"), .type = FIELD_NOTE, .width = 30, .since = 2,
	 .flags = F_SEARCHED, .help = N_("What was seen, so that another would find it again.")},
	{.name = "result", .label = N_("Result"), .type = FIELD_CHOICE, .width = 11, .since = 2,
	 .flags = F_REQUIRED | F_LISTED, .choices = results, .initial = "open",
	 .help = N_("The verdict. Anything but a conformity becomes a finding.")},
	{.name = "done_on", .label = N_("Done on"), .type = FIELD_DATE, .width = 10, .since = 2,
	 .help = N_("When it was looked at.")},
	{.name = "auditor", .label = N_("Auditor"), .type = FIELD_REF, .width = 16, .since = 2,
	 .ref = &kind_person, .help = N_("Who looked at it.")},
	{.name = "notes", .label = N_("Notes"), .type = FIELD_NOTE, .width = 30, .since = 2,
	 .flags = F_SEARCHED, .section = N_("Notes"), .help = N_("Anything else.")},
	{.name = "findings", .label = N_("Findings"), .type = FIELD_INT, .width = 5, .since = 2,
	 .flags = F_DERIVED, .help = N_("How many findings came from it.")},
};

const struct kind kind_audit_step = {
	.name = "audit_step", .title = N_("Audit step"), .plural = N_("Audit steps"),
	.prefix = "STP", .clause = "9.2", .number = 95, .group = GROUP_AUDITS,
	.flags = KIND_DETAIL, .since = 2, .fields = step_fields,
	.nfields = sizeof(step_fields) / sizeof(*step_fields),
	.help = N_("The questions of an audit with method, sample, evidence and verdict. They "
		   "show what an audit really looked at."),
};
