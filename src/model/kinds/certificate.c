/* Certificates, from the application to the next cycle. */
#include "config.h"

#include "isms/model/check.h"
#include "isms/model/kinds.h"
#include "isms/util/i18n.h"

static const struct choice states[] = {
	{"preparing", N_("Preparing"), STYLE_PLAIN, NULL},
	{"stage 1", N_("Stage 1"), STYLE_PLAIN, NULL},
	{"stage 2", N_("Stage 2"), STYLE_PLAIN, NULL},
	{"certified", N_("Certified"), STYLE_GOOD, NULL},
	{"suspended", N_("Suspended"), STYLE_BAD, NULL},
	{"withdrawn", N_("Withdrawn"), STYLE_BAD, NULL},
	{"expired", N_("Expired"), STYLE_BAD, NULL},
	{"recertification", N_("Recertification"), STYLE_PLAIN, NULL},
	{NULL, NULL, STYLE_PLAIN, NULL},
};

static const struct move moves[] = {
	{"preparing", "stage 1", "stage_1_on"}, {"stage 1", "stage 2", "stage_2_on"},
	{"stage 1", "preparing", NULL}, {"stage 2", "certified", "decided_on"},
	{"certified", "suspended", "reason"}, {"suspended", "certified", NULL},
	{"suspended", "withdrawn", "reason"}, {"suspended", "expired", NULL},
	{"certified", "withdrawn", "reason"}, {"certified", "expired", NULL},
	{"certified", "recertification", NULL}, {"recertification", "certified", "decided_on"},
	{"recertification", "expired", NULL},
	{NULL, NULL, NULL},
};

static const struct lifecycle life = {"status", moves};

static const struct field fields[] = {
	{.name = "title", .label = N_("Certificate"), .type = FIELD_TEXT, .width = 28, .since = 2,
	 .flags = F_REQUIRED | F_LISTED | F_SEARCHED,
	 .help = N_("Standard and cycle: \"ISO/IEC 27001, 2027 to 2030\".")},
	{.name = "standard", .label = N_("Standard"), .type = FIELD_TEXT, .width = 18, .since = 2,
	 .flags = F_SEARCHED, .initial = "ISO/IEC 27001:2022", .help = N_("What it certifies.")},
	{.name = "body", .label = N_("Certification body"), .type = FIELD_TEXT, .width = 22,
	 .since = 2, .flags = F_LISTED | F_SEARCHED, .help = N_("Who certifies.")},
	{.name = "accreditation", .label = N_("Accreditation"), .type = FIELD_TEXT, .width = 18,
	 .since = 2, .flags = F_SEARCHED,
	 .help = N_("Who accredited the body, and its number. Customers ask for it.")},
	{.name = "number", .label = N_("Number"), .type = FIELD_TEXT, .width = 14, .since = 2,
	 .flags = F_SEARCHED, .help = N_("The number of the certificate.")},
	{.name = "status", .label = N_("Status"), .type = FIELD_CHOICE, .width = 15, .since = 2,
	 .flags = F_REQUIRED | F_LISTED, .choices = states, .initial = "preparing",
	 .help = N_("How far it is. Stage 1 and stage 2: that audit has been held.")},
	{.name = "owner", .label = N_("Owner"), .type = FIELD_REF, .width = 16, .since = 2,
	 .ref = &kind_person, .help = N_("Who deals with the body.")},
	{.name = "scope", .label = N_("Scope"), .type = FIELD_NOTE, .width = 30, .since = 2,
	 .flags = F_SEARCHED, .section = N_("Scope"),
	 .help = N_("The text on the certificate; it has to agree with the scope of the ISMS.")},
	{.name = "scope_version", .label = N_("Scope version"), .type = FIELD_REF, .width = 14,
	 .since = 2, .ref = &kind_scope_version, .help = N_("The version of the scope behind it.")},
	{.name = "soa_version", .label = N_("SoA version"), .type = FIELD_REF, .width = 14,
	 .since = 2, .ref = &kind_soa_version,
	 .help = N_("The version of the Statement of Applicability that it names.")},
	{.name = "exceptions", .label = N_("Excluded controls"), .type = FIELD_NOTE, .width = 24,
	 .since = 2, .flags = F_SEARCHED, .help = N_("Controls that the certificate leaves out.")},
	{.name = "stage_1_on", .label = N_("Stage 1 on"), .type = FIELD_DATE, .width = 10,
	 .since = 2, .section = N_("Dates"),
	 .help = N_("The day of stage 1, planned or done: documents and readiness.")},
	{.name = "stage_2_on", .label = N_("Stage 2 on"), .type = FIELD_DATE, .width = 10,
	 .since = 2, .help = N_("The first day of stage 2, planned or done: practice.")},
	{.name = "decided_on", .label = N_("Decided on"), .type = FIELD_DATE, .width = 10,
	 .since = 2,
	 .help = N_("The day of the decision to certify; the surveillance counts from it.")},
	{.name = "issued", .label = N_("Issued"), .type = FIELD_DATE, .width = 10, .since = 2,
	 .help = N_("The day on the certificate.")},
	{.name = "expires", .label = N_("Expires"), .type = FIELD_DATE, .width = 10, .since = 2,
	 .flags = F_LISTED, .help = N_("The last day of its validity, after three years.")},
	{.name = "surveillance_1_on", .label = N_("First surveillance on"), .type = FIELD_DATE,
	 .width = 10, .since = 2, .help = N_("When it was done.")},
	{.name = "surveillance_2_on", .label = N_("Second surveillance on"), .type = FIELD_DATE,
	 .width = 10, .since = 2, .help = N_("When it was done.")},
	{.name = "reason", .label = N_("Reason"), .type = FIELD_NOTE, .width = 24, .since = 2,
	 .flags = F_SEARCHED, .help = N_("Why it was suspended or withdrawn.")},
	{.name = "notes", .label = N_("Notes"), .type = FIELD_NOTE, .width = 30, .since = 2,
	 .flags = F_SEARCHED, .section = N_("Notes"), .help = N_("Anything else.")},
	{.name = "surveillance_1_due", .label = N_("First surveillance due"), .type = FIELD_DATE,
	 .width = 10, .since = 2, .flags = F_DERIVED, .section = N_("Cycle"),
	 .help = N_("Twelve months after the decision at the latest.")},
	{.name = "surveillance_2_due", .label = N_("Second surveillance due"), .type = FIELD_DATE,
	 .width = 10, .since = 2, .flags = F_DERIVED,
	 .help = N_("By the end of the calendar year after the first: each year has one, but for "
		    "the year of the recertification.")},
	{.name = "recertification_due", .label = N_("Recertification due"), .type = FIELD_DATE,
	 .width = 10, .since = 2, .flags = F_DERIVED,
	 .help = N_("The last day of validity, three years after the decision where none is "
		    "entered. The new decision has to be there by then.")},
	{.name = "next_due", .label = N_("Next due"), .type = FIELD_DATE, .width = 10, .since = 2,
	 .flags = F_DERIVED | F_LISTED, .help = N_("What of these comes next.")},
	{.name = "overdue", .label = N_("Overdue"), .type = FIELD_BOOL, .width = 7, .since = 2,
	 .flags = F_DERIVED, .help = N_("What came next has not been done in time.")},
};

static bool certificate_check(const struct rules *rules, const struct record *rec, struct err *err)
{
	(void)rules;
	return check_needs(rec, "status", "certified", "decided_on",
			   _("a certificate has the day of its decision"), err) &&
	       check_order(rec, "decided_on", "expires", err) &&
	       check_order(rec, "surveillance_1_on", "surveillance_2_on", err);
}

const struct kind kind_certificate = {
	.name = "certificate", .title = N_("Certificate"), .plural = N_("Certificates"),
	.prefix = "CERT", .clause = "4.4", .number = 103, .group = GROUP_IMPROVEMENT, .since = 2,
	.fields = fields, .nfields = sizeof(fields) / sizeof(*fields), .life = &life,
	.check = certificate_check,
	.help = N_("Certificates of the ISMS with scope, validity and the days of the next audits. "
		   "Customers ask for the scope on it first."),
};
