/*
 * The inventory of information and other associated assets (A.5.9). A site is a unit
 * of that kind. What an asset depends on is a field of it, and no register of links:
 * nothing is said of a link but the reason why a need is not passed on (need_reason).
 */
#include "config.h"

#include "isms/model/kinds.h"
#include "isms/util/i18n.h"

/* Open: organisations have categories of their own (seed capability C064). */
static const struct choice categories[] = {
	{"hardware", N_("Hardware"), STYLE_PLAIN, NULL},
	{"server physical", N_("Server (physical)"), STYLE_PLAIN, NULL},
	{"server virtual", N_("Server (virtual)"), STYLE_PLAIN, NULL},
	{"network", N_("Network"), STYLE_PLAIN, NULL},
	{"cloud service", N_("Cloud service"), STYLE_PLAIN, NULL},
	{"software", N_("Software"), STYLE_PLAIN, NULL},
	{"customer information", N_("Customer information"), STYLE_PLAIN, NULL},
	{"information", N_("Information"), STYLE_PLAIN, NULL},
	{"database", N_("Database"), STYLE_PLAIN, NULL},
	{"intellectual property", N_("Intellectual property"), STYLE_PLAIN, NULL},
	{"paper and media", N_("Paper and media"), STYLE_PLAIN, NULL},
	{"people", N_("People"), STYLE_PLAIN, NULL},
	{"premises", N_("Premises"), STYLE_PLAIN, NULL},
	{"other", N_("Other"), STYLE_PLAIN, NULL},
	{NULL, NULL, STYLE_PLAIN, NULL},
};

static const struct choice asset_kinds[] = {
	{"primary", N_("Primary"), STYLE_PLAIN, NULL},
	{"supporting", N_("Supporting"), STYLE_PLAIN, NULL},
	{NULL, NULL, STYLE_PLAIN, NULL},
};

const struct choice classification_choices[] = {
	{"public", N_("Public"), STYLE_DIM, NULL},
	{"internal", N_("Internal"), STYLE_PLAIN, NULL},
	{"confidential", N_("Confidential"), STYLE_WARN, NULL},
	{"strictly confidential", N_("Strictly confidential"), STYLE_BAD, NULL},
	{NULL, NULL, STYLE_PLAIN, NULL},
};

static const struct choice states[] = {
	{"planned", N_("Planned"), STYLE_DIM, NULL},
	{"in use", N_("In use"), STYLE_GOOD, NULL},
	{"in repair", N_("In repair"), STYLE_WARN, NULL},
	{"retired", N_("Retired"), STYLE_DIM, NULL},
	{"disposed", N_("Disposed"), STYLE_DIM, NULL},
	{NULL, NULL, STYLE_PLAIN, NULL},
};

static const struct field fields[] = {
	{.name = "title", .label = N_("Name"), .type = FIELD_TEXT, .width = 28, .since = 1,
	 .flags = F_REQUIRED | F_LISTED | F_SEARCHED,
	 .help = N_("What people call it. A group of like things is one asset with a quantity.")},
	{.name = "category", .label = N_("Category"), .type = FIELD_CHOICE, .width = 14, .since = 1,
	 .flags = F_OPEN | F_LISTED | F_SEARCHED, .choices = categories,
	 .help = N_("What sort of asset it is; a word of your own will do.")},
	{.name = "asset_kind", .label = N_("Kind"), .type = FIELD_CHOICE, .width = 10, .since = 1,
	 .choices = asset_kinds,
	 .help = N_("Primary: information or a process that has value itself. Supporting: what "
		    "carries it.")},
	{.name = "owner", .label = N_("Owner"), .type = FIELD_REF, .width = 16, .since = 1,
	 .flags = F_LISTED, .ref = &kind_person,
	 .help = N_("Who answers for it over its whole life. Auditors look for assets without one.")},
	{.name = "custodian", .label = N_("Custodian"), .type = FIELD_REF, .width = 16, .since = 1,
	 .ref = &kind_person, .help = N_("Who looks after it day by day.")},
	{.name = "unit", .label = N_("Unit"), .type = FIELD_REF, .width = 16, .since = 1,
	 .ref = &kind_org_unit, .help = N_("The unit that uses it most.")},
	{.name = "supplier", .label = N_("Supplier"), .type = FIELD_REF, .width = 18, .since = 2,
	 .ref = &kind_supplier, .help = N_("Who delivers, hosts or maintains it.")},
	{.name = "location", .label = N_("Location"), .type = FIELD_TEXT, .width = 16, .since = 1,
	 .flags = F_SEARCHED, .help = N_("Where it is: site, room, region of a cloud.")},
	{.name = "quantity", .label = N_("Quantity"), .type = FIELD_INT, .width = 8, .since = 1,
	 .min = 0, .max = 100000000, .help = N_("How many there are in this group.")},
	{.name = "status", .label = N_("Status"), .type = FIELD_CHOICE, .width = 9, .since = 1,
	 .flags = F_REQUIRED | F_LISTED | F_SEARCHED, .choices = states, .initial = "in use",
	 .help = N_("Where it stands in its life.")},
	{.name = "relevant", .label = N_("Relevant"), .type = FIELD_BOOL, .width = 8, .since = 1,
	 .initial = "yes", .section = N_("Need for protection"),
	 .help = N_("Whether it is taken into the risk assessment; the rest is kept for the "
		    "inventory only.")},
	{.name = "critical", .label = N_("Critical"), .type = FIELD_BOOL, .width = 8, .since = 1,
	 .initial = "no", .help = N_("The organisation cannot do without it.")},
	{.name = "criticality", .label = N_("Criticality"), .type = FIELD_INT, .width = 4,
	 .since = 1, .flags = F_LISTED, .min = 1, .max = 5,
	 .help = N_("How much hangs on it, 1 little to 5 everything.")},
	{.name = "classification", .label = N_("Classification"), .type = FIELD_CHOICE, .width = 12,
	 .since = 1, .flags = F_LISTED | F_SEARCHED, .choices = classification_choices,
	 .help = N_("How the information in it is to be handled (A.5.12).")},
	/* 0 to 5, not 0 to 4: spreadsheets rate 1 to 5 more often than 0 to 4. */
	{.name = "confidentiality", .label = N_("Confidentiality"), .type = FIELD_INT, .width = 1,
	 .since = 1, .min = 0, .max = 5,
	 .help = N_("Need for confidentiality, 0 none to 5 very high.")},
	{.name = "integrity", .label = N_("Integrity"), .type = FIELD_INT, .width = 1, .since = 1,
	 .min = 0, .max = 5, .help = N_("Need for integrity, 0 none to 5 very high.")},
	{.name = "availability", .label = N_("Availability"), .type = FIELD_INT, .width = 1,
	 .since = 1, .min = 0, .max = 5, .help = N_("Need for availability, 0 none to 5 very high.")},
	{.name = "personal_data", .label = N_("Personal data"), .type = FIELD_BOOL, .width = 8,
	 .since = 1, .help = N_("It holds data about people (A.5.34).")},
	{.name = "depends_on", .label = N_("Depends on"), .type = FIELD_REFS, .width = 16,
	 .since = 1, .ref = &kind_asset,
	 .help = N_("The assets that it needs to work; what fails with them.")},
	{.name = "need_reason", .label = N_("Why own need stands"), .type = FIELD_NOTE,
	 .width = 30, .since = 2, .flags = F_SEARCHED,
	 .help = N_("Need is passed down to what an asset depends on, the greatest counts. A "
		    "reason given here stops that: the asset's own figures stand, for it and for "
		    "what lies below.")},
	{.name = "information_types", .label = N_("Information"), .type = FIELD_REFS, .width = 16,
	 .since = 2, .ref = &kind_information_type, .help = N_("What sorts of information it holds.")},
	{.name = "acquired", .label = N_("Acquired"), .type = FIELD_DATE, .width = 10, .since = 1,
	 .section = N_("Dates"), .help = N_("Since when the organisation has it.")},
	{.name = "end_of_support", .label = N_("End of support"), .type = FIELD_DATE, .width = 10,
	 .since = 1, .help = N_("When the maker stops mending it.")},
	{.name = "next_review", .label = N_("Next review"), .type = FIELD_DATE, .width = 10,
	 .since = 1, .help = N_("When owner and classification are looked at again.")},
	{.name = "disposed", .label = N_("Disposed"), .type = FIELD_DATE, .width = 10, .since = 1,
	 .help = N_("When it was given away or destroyed (A.7.14).")},
	{.name = "notes", .label = N_("Notes"), .type = FIELD_NOTE, .width = 30, .since = 1,
	 .flags = F_SEARCHED, .section = N_("Notes"), .help = N_("Anything else.")},
	{.name = "risks", .label = N_("Risks"), .type = FIELD_INT, .width = 5, .since = 1,
	 .flags = F_DERIVED, .help = N_("How many live risks name this asset.")},
	{.name = "need_c", .label = N_("Need for C, passed down"), .type = FIELD_INT, .width = 1,
	 .since = 2, .flags = F_DERIVED,
	 .help = N_("Greatest need for confidentiality of it and of all that depends on it.")},
	{.name = "need_i", .label = N_("Need for I, passed down"), .type = FIELD_INT, .width = 1,
	 .since = 2, .flags = F_DERIVED,
	 .help = N_("Greatest need for integrity of it and of all that depends on it.")},
	{.name = "need_a", .label = N_("Need for A, passed down"), .type = FIELD_INT, .width = 1,
	 .since = 2, .flags = F_DERIVED,
	 .help = N_("Greatest need for availability of it and of all that depends on it.")},
};

const struct kind kind_asset = {
	.name = "asset", .title = N_("Asset"), .plural = N_("Assets"), .prefix = "A",
	.clause = "A.5.9", .number = 4, .group = GROUP_ASSETS, .since = 1,
	.fields = fields, .nfields = sizeof(fields) / sizeof(*fields),
	.help = N_("What is to be protected: information, and what holds, carries and handles it. "
		   "Auditors pick things they see and ask for them here, with owner and "
		   "classification."),
};
