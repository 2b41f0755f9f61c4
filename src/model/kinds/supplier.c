/* Suppliers (A.5.19 to A.5.23) and how each was assessed. */
#include "config.h"

#include "isms/model/check.h"
#include "isms/model/kinds.h"
#include "isms/util/i18n.h"

static const struct choice states[] = {
	{"prospect", N_("Prospect"), STYLE_DIM, NULL},
	{"assessed", N_("Assessed"), STYLE_PLAIN, NULL},
	{"approved", N_("Approved"), STYLE_GOOD, NULL},
	{"under watch", N_("Under watch"), STYLE_WARN, NULL},
	{"ended", N_("Ended"), STYLE_DIM, NULL},
	{NULL, NULL, STYLE_PLAIN, NULL},
};

static const struct move moves[] = {
	{"prospect", "assessed", NULL}, {"assessed", "approved", NULL},
	{"approved", "under watch", "reason"}, {"under watch", "approved", NULL},
	{"prospect", "ended", NULL}, {"assessed", "ended", NULL},
	{"approved", "ended", NULL}, {"under watch", "ended", NULL},
	{NULL, NULL, NULL},
};

static const struct lifecycle life = {"status", moves};

static const struct choice results[] = {
	{"accepted", N_("Accepted"), STYLE_GOOD, NULL},
	{"accepted with actions", N_("Accepted with actions"), STYLE_WARN, NULL},
	{"rejected", N_("Rejected"), STYLE_BAD, NULL},
	{NULL, NULL, STYLE_PLAIN, NULL},
};

static const struct field fields[] = {
	{.name = "title", .label = N_("Supplier"), .type = FIELD_TEXT, .width = 26, .since = 2,
	 .flags = F_REQUIRED | F_LISTED | F_SEARCHED, .help = N_("The supplier's name.")},
	{.name = "service", .label = N_("Service"), .type = FIELD_TEXT, .width = 26, .since = 2,
	 .flags = F_LISTED | F_SEARCHED, .help = N_("What it does or delivers.")},
	{.name = "owner", .label = N_("Owner"), .type = FIELD_REF, .width = 16, .since = 2,
	 .flags = F_LISTED, .ref = &kind_person, .help = N_("Who looks after it in the house.")},
	{.name = "contact", .label = N_("Contact"), .type = FIELD_TEXT, .width = 20, .since = 2,
	 .flags = F_SEARCHED, .help = N_("Whom to call when something happens, at night too.")},
	{.name = "status", .label = N_("Status"), .type = FIELD_CHOICE, .width = 11, .since = 2,
	 .flags = F_REQUIRED | F_LISTED | F_SEARCHED, .choices = states, .initial = "prospect",
	 .help = N_("How far it is. Approved: it was assessed and may be used.")},
	{.name = "criticality", .label = N_("Criticality"), .type = FIELD_INT, .width = 4,
	 .since = 2, .flags = F_LISTED, .min = 1, .max = 4,
	 .help = N_("What its failure does: 1 little to 4 stands still.")},
	{.name = "data_access", .label = N_("Access to data"), .type = FIELD_BOOL, .width = 8,
	 .since = 2, .help = N_("It can see or change information of ours.")},
	{.name = "cloud", .label = N_("Cloud"), .type = FIELD_BOOL, .width = 5, .since = 2,
	 .help = N_("It is a cloud service (A.5.23).")},
	{.name = "reason", .label = N_("Reason"), .type = FIELD_NOTE, .width = 30, .since = 2,
	 .flags = F_SEARCHED, .help = N_("Why it was approved, is watched or was given up.")},

	{.name = "contract", .label = N_("Contract"), .type = FIELD_TEXT, .width = 16, .since = 2,
	 .flags = F_SEARCHED, .section = N_("Contract"), .help = N_("Its number or place.")},
	{.name = "contract_to", .label = N_("Contract to"), .type = FIELD_DATE, .width = 10,
	 .since = 2, .help = N_("When the contract ends; empty where it runs on.")},
	{.name = "security_clauses", .label = N_("Security clauses"), .type = FIELD_BOOL,
	 .width = 8, .since = 2,
	 .help = N_("The contract says what it has to do for security (A.5.20). Auditors read "
		    "the clauses of a critical one.")},
	{.name = "processing_contract", .label = N_("Processing contract"), .type = FIELD_BOOL,
	 .width = 8, .since = 2,
	 .help = N_("There is a contract on handling personal data (GDPR article 28).")},
	{.name = "right_to_audit", .label = N_("Right to audit"), .type = FIELD_BOOL, .width = 8,
	 .since = 2, .help = N_("We may audit it or get the report of somebody who did.")},
	{.name = "exit_plan", .label = N_("Exit plan"), .type = FIELD_BOOL, .width = 8, .since = 2,
	 .help = N_("It is written down how we leave, and how our data comes back.")},
	{.name = "alternative", .label = N_("Alternative"), .type = FIELD_TEXT, .width = 20,
	 .since = 2, .flags = F_SEARCHED, .help = N_("Who could take over.")},

	{.name = "reassess_interval", .label = N_("Assess every (months)"), .type = FIELD_INT,
	 .width = 5, .since = 2, .min = 1, .max = 120, .initial = "12",
	 .section = N_("Assessment"),
	 .help = N_("How many months may pass between two assessments; empty where none is "
		    "needed.")},
	{.name = "notes", .label = N_("Notes"), .type = FIELD_NOTE, .width = 30, .since = 2,
	 .flags = F_SEARCHED, .section = N_("Notes"), .help = N_("Anything else.")},

	{.name = "last_assessed", .label = N_("Last assessed"), .type = FIELD_DATE, .width = 10,
	 .since = 2, .flags = F_DERIVED, .section = N_("Derived"),
	 .help = N_("When it was last assessed.")},
	{.name = "last_result", .label = N_("Last result"), .type = FIELD_CHOICE, .width = 12,
	 .since = 2, .flags = F_DERIVED, .choices = results,
	 .help = N_("What the last assessment came to.")},
	{.name = "next_assessment", .label = N_("Next assessment"), .type = FIELD_DATE,
	 .width = 10, .since = 2, .flags = F_DERIVED | F_LISTED,
	 .help = N_("The interval after the last one, or when that one runs out where this is "
		    "sooner.")},
	{.name = "assets", .label = N_("Assets"), .type = FIELD_INT, .width = 5, .since = 2,
	 .flags = F_DERIVED, .help = N_("How many assets it delivers or runs.")},
	{.name = "overdue", .label = N_("Overdue"), .type = FIELD_BOOL, .width = 7, .since = 2,
	 .flags = F_DERIVED | F_LISTED,
	 .help = N_("In use and never assessed, or its assessment or contract has run out.")},
};

const struct kind kind_supplier = {
	.name = "supplier", .title = N_("Supplier"), .plural = N_("Suppliers"), .prefix = "SUP",
	.clause = "A.5.19", .number = 62, .group = GROUP_SUPPORT, .since = 2, .life = &life,
	.fields = fields, .nfields = sizeof(fields) / sizeof(*fields),
	.help = N_("Who we depend on, with contract, criticality and assessment. Auditors pick "
		   "the one that hurts most and ask when it was last looked at."),
};

static const struct choice methods[] = {
	{"questionnaire", N_("Questionnaire"), STYLE_PLAIN, NULL},
	{"certificate", N_("Certificate"), STYLE_PLAIN, NULL},
	{"audit", N_("Audit"), STYLE_PLAIN, NULL},
	{"visit", N_("Visit"), STYLE_PLAIN, NULL},
	{NULL, NULL, STYLE_PLAIN, NULL},
};

static const struct field assessment_fields[] = {
	{.name = "title", .label = N_("Title"), .type = FIELD_TEXT, .width = 36, .since = 2,
	 .flags = F_DERIVED | F_LISTED, .help = N_("The supplier and the day.")},
	{.name = "supplier", .label = N_("Supplier"), .type = FIELD_REF, .width = 22, .since = 2,
	 .flags = F_REQUIRED, .ref = &kind_supplier, .help = N_("Who was assessed.")},
	{.name = "assessed_on", .label = N_("Assessed on"), .type = FIELD_DATE, .width = 10,
	 .since = 2, .flags = F_REQUIRED | F_LISTED, .help = N_("The day of the assessment.")},
	{.name = "assessed_by", .label = N_("Assessed by"), .type = FIELD_REF, .width = 16,
	 .since = 2, .flags = F_LISTED, .ref = &kind_person, .help = N_("Who judged it.")},
	{.name = "method", .label = N_("Method"), .type = FIELD_CHOICE, .width = 13, .since = 2,
	 .flags = F_REQUIRED | F_LISTED, .choices = methods, .initial = "questionnaire",
	 .help = N_("What it rests on. A certificate counts for its scope only: read it.")},
	{.name = "score", .label = N_("Score"), .type = FIELD_INT, .width = 5, .since = 2,
	 .flags = F_LISTED, .min = 0, .max = 100, .help = N_("0 to 100, where one is used.")},
	{.name = "result", .label = N_("Result"), .type = FIELD_CHOICE, .width = 14, .since = 2,
	 .flags = F_REQUIRED | F_LISTED | F_SEARCHED, .choices = results,
	 .help = N_("Whether it may be used.")},
	{.name = "findings", .label = N_("Findings"), .type = FIELD_NOTE, .width = 30, .since = 2,
	 .flags = F_SEARCHED, .help = N_("What was seen and what it has to mend by when.")},
	{.name = "evidence", .label = N_("Evidence"), .type = FIELD_REFS, .width = 16, .since = 2,
	 .ref = &kind_evidence, .help = N_("Answers, certificate, report.")},
	{.name = "valid_to", .label = N_("Valid to"), .type = FIELD_DATE, .width = 10, .since = 2,
	 .help = N_("When it runs out, as the certificate does.")},
	{.name = "notes", .label = N_("Notes"), .type = FIELD_NOTE, .width = 30, .since = 2,
	 .flags = F_SEARCHED, .section = N_("Notes"), .help = N_("Anything else.")},
};

static bool assessment_check(const struct rules *rules, const struct record *rec,
			     struct err *err)
{
	(void)rules;
	return check_order(rec, "assessed_on", "valid_to", err);
}

static const char *const assessment_unique[] = {"supplier,assessed_on,method", NULL};

const struct kind kind_supplier_assessment = {
	.name = "supplier_assessment", .title = N_("Supplier assessment"),
	.plural = N_("Supplier assessments"), .prefix = "SA", .clause = "A.5.22", .number = 63,
	.group = GROUP_SUPPORT, .flags = KIND_DETAIL, .since = 2, .unique = assessment_unique,
	.fields = assessment_fields,
	.nfields = sizeof(assessment_fields) / sizeof(*assessment_fields),
	.check = assessment_check,
	.help = N_("How a supplier was judged, by what and with which result. Auditors look for "
		   "critical ones that nobody has judged."),
};
