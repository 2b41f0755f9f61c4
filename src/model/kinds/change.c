/* Changes (6.3, 8.1, A.8.32): planned, with what they mean for risk. */
#include "config.h"

#include "isms/model/check.h"
#include "isms/model/kinds.h"
#include "isms/util/i18n.h"

static const struct choice change_kinds[] = {
	{"isms", N_("ISMS"), STYLE_PLAIN, NULL},
	{"organisation", N_("Organisation"), STYLE_PLAIN, NULL},
	{"technology", N_("Technology"), STYLE_PLAIN, NULL},
	{"supplier", N_("Supplier"), STYLE_PLAIN, NULL},
	{"site", N_("Site"), STYLE_PLAIN, NULL},
	{NULL, NULL, STYLE_PLAIN, NULL},
};

static const struct choice states[] = {
	{"proposed", N_("Proposed"), STYLE_PLAIN, NULL},
	{"assessed", N_("Assessed"), STYLE_PLAIN, NULL},
	{"approved", N_("Approved"), STYLE_GOOD, NULL},
	{"rejected", N_("Rejected"), STYLE_DIM, NULL},
	{"in work", N_("In work"), STYLE_PLAIN, NULL},
	{"done", N_("Done"), STYLE_GOOD, NULL},
	{"reviewed", N_("Reviewed"), STYLE_GOOD, NULL},
	{NULL, NULL, STYLE_PLAIN, NULL},
};

static const struct move moves[] = {
	{"proposed", "assessed", "consequences"}, {"assessed", "approved", "decided_by"},
	{"assessed", "rejected", "decision"}, {"approved", "in work", NULL},
	{"in work", "done", "done_on"}, {"done", "reviewed", "review"},
	{NULL, NULL, NULL},
};

static const struct lifecycle life = {"status", moves};

static const struct field fields[] = {
	{.name = "title", .label = N_("Change"), .type = FIELD_TEXT, .width = 34, .since = 2,
	 .flags = F_REQUIRED | F_LISTED | F_SEARCHED, .help = N_("What is to be different.")},
	{.name = "change_kind", .label = N_("Kind"), .type = FIELD_CHOICE, .width = 12, .since = 2,
	 .flags = F_REQUIRED | F_LISTED | F_SEARCHED, .choices = change_kinds,
	 .initial = "isms",
	 .help = N_("What is changed. Those of the ISMS itself have to be planned (6.3).")},
	{.name = "status", .label = N_("Status"), .type = FIELD_CHOICE, .width = 9, .since = 2,
	 .flags = F_REQUIRED | F_LISTED | F_SEARCHED, .choices = states, .initial = "proposed",
	 .help = N_("How far it is. Reviewed: somebody looked at what came of it.")},
	{.name = "owner", .label = N_("Owner"), .type = FIELD_REF, .width = 16, .since = 2,
	 .flags = F_LISTED, .ref = &kind_person, .help = N_("Who carries it through.")},
	{.name = "proposed_by", .label = N_("Proposed by"), .type = FIELD_REF, .width = 16,
	 .since = 2, .ref = &kind_person, .help = N_("Who wants it.")},
	{.name = "reason", .label = N_("Reason"), .type = FIELD_NOTE, .width = 30, .since = 2,
	 .flags = F_SEARCHED, .help = N_("What for.")},
	{.name = "consequences", .label = N_("Consequences"), .type = FIELD_NOTE, .width = 30,
	 .since = 2, .flags = F_SEARCHED, .section = N_("Plan (6.3)"),
	 .help = N_("What it may bring about, unwanted things too.")},
	{.name = "integrity", .label = N_("Integrity of the ISMS"), .type = FIELD_NOTE,
	 .width = 30, .since = 2, .flags = F_SEARCHED,
	 .help = N_("What keeps the ISMS whole while it is changed: no gap in duties, rules or "
		    "records.")},
	{.name = "resources", .label = N_("Resources"), .type = FIELD_NOTE, .width = 30,
	 .since = 2, .flags = F_SEARCHED, .help = N_("People, money and time that it takes.")},
	{.name = "responsibilities", .label = N_("Responsibilities"), .type = FIELD_NOTE,
	 .width = 30, .since = 2, .flags = F_SEARCHED,
	 .help = N_("Who does what, and which duties move to whom.")},
	{.name = "way_back", .label = N_("Way back"), .type = FIELD_NOTE, .width = 30, .since = 2,
	 .flags = F_SEARCHED, .help = N_("How it is undone if it goes wrong.")},
	{.name = "decided_by", .label = N_("Decided by"), .type = FIELD_REF, .width = 16,
	 .since = 2, .ref = &kind_person, .section = N_("Decision and work"),
	 .help = N_("Who approved or rejected it.")},
	{.name = "decided_on", .label = N_("Decided on"), .type = FIELD_DATE, .width = 10,
	 .since = 2, .help = N_("The day of the decision.")},
	{.name = "decision", .label = N_("Decision in words"), .type = FIELD_NOTE, .width = 30,
	 .since = 2, .flags = F_SEARCHED, .help = N_("Conditions, or why it was rejected.")},
	{.name = "planned", .label = N_("Planned"), .type = FIELD_DATE, .width = 10, .since = 2,
	 .flags = F_LISTED, .help = N_("When it is to be done.")},
	{.name = "done_on", .label = N_("Done on"), .type = FIELD_DATE, .width = 10, .since = 2,
	 .help = N_("When it was done.")},
	{.name = "review", .label = N_("Review"), .type = FIELD_NOTE, .width = 30, .since = 2,
	 .flags = F_SEARCHED, .help = N_("What came of it, wanted or not.")},
	{.name = "reassess_risk", .label = N_("Assess risk anew"), .type = FIELD_BOOL, .width = 8,
	 .since = 2, .initial = "no", .section = N_("What it touches"),
	 .help = N_("The change matters enough to assess risks again (8.2).")},
	{.name = "assets", .label = N_("Assets"), .type = FIELD_REFS, .width = 16, .since = 2,
	 .ref = &kind_asset, .help = N_("What is changed or hit.")},
	{.name = "processes", .label = N_("Processes"), .type = FIELD_REFS, .width = 16, .since = 2,
	 .ref = &kind_process, .help = N_("Processes that run differently afterwards.")},
	{.name = "documents", .label = N_("Documents"), .type = FIELD_REFS, .width = 16, .since = 2,
	 .ref = &kind_document, .help = N_("Documents that need a new version.")},
	{.name = "risks", .label = N_("Risks"), .type = FIELD_REFS, .width = 14, .since = 2,
	 .ref = &kind_risk, .help = N_("Risks that it makes greater or smaller.")},
	{.name = "notes", .label = N_("Notes"), .type = FIELD_NOTE, .width = 30, .since = 2,
	 .flags = F_SEARCHED, .section = N_("Notes"), .help = N_("Anything else.")},
	{.name = "reassess_open", .label = N_("Assessment owed"), .type = FIELD_BOOL, .width = 8,
	 .since = 2, .flags = F_DERIVED,
	 .help = N_("Risks are to be assessed anew for it, and no closed round names it.")},
	{.name = "overdue", .label = N_("Overdue"), .type = FIELD_BOOL, .width = 7, .since = 2,
	 .flags = F_DERIVED | F_LISTED, .help = N_("Not done though its day has passed.")},
};

static bool change_check(const struct rules *rules, const struct record *rec, struct err *err)
{
	(void)rules;
	return check_order(rec, "decided_on", "done_on", err);
}

const struct kind kind_change = {
	.name = "change", .title = N_("Change"), .plural = N_("Changes"), .prefix = "CH",
	.clause = "6.3", .number = 66, .group = GROUP_SUPPORT, .since = 2, .life = &life,
	.fields = fields, .nfields = sizeof(fields) / sizeof(*fields), .check = change_check,
	.help = N_("Changes of the ISMS and of what it protects, thought through before they are "
		   "made. Auditors take something new in the house and ask for its change."),
};
