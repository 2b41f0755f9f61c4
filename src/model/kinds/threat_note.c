/* Threat intelligence (A.5.7): what was read, and what follows from it. */
#include "config.h"

#include "isms/model/check.h"
#include "isms/model/kinds.h"
#include "isms/util/i18n.h"

static const struct choice relevances[] = {
	{"not judged", N_("Not judged yet"), STYLE_WARN, NULL},
	{"none", N_("None"), STYLE_DIM, NULL},
	{"watch", N_("Watch"), STYLE_PLAIN, NULL},
	{"relevant", N_("Relevant"), STYLE_WARN, NULL},
	{"urgent", N_("Urgent"), STYLE_BAD, NULL},
	{NULL, NULL, STYLE_PLAIN, NULL},
};

static const struct field fields[] = {
	{.name = "title", .label = N_("Report"), .type = FIELD_TEXT, .width = 36, .since = 2,
	 .flags = F_REQUIRED | F_LISTED | F_SEARCHED, .help = N_("What was reported, in a line.")},
	{.name = "source", .label = N_("Source"), .type = FIELD_TEXT, .width = 18, .since = 2,
	 .flags = F_LISTED | F_SEARCHED, .help = N_("Where it comes from: authority, circle, maker.")},
	{.name = "received_on", .label = N_("Received on"), .type = FIELD_DATE, .width = 10,
	 .since = 2, .flags = F_LISTED, .initial = "today", .help = N_("When it reached us.")},
	{.name = "content", .label = N_("Content"), .type = FIELD_NOTE, .width = 30, .since = 2,
	 .flags = F_SEARCHED, .help = N_("What it says: who, what, against what.")},
	{.name = "relevance", .label = N_("Relevance"), .type = FIELD_CHOICE, .width = 11,
	 .since = 2, .flags = F_REQUIRED | F_LISTED | F_SEARCHED, .choices = relevances,
	 .initial = "not judged", .help = N_("What it means for this organisation.")},
	{.name = "conclusion", .label = N_("Conclusion"), .type = FIELD_NOTE, .width = 30,
	 .since = 2, .flags = F_SEARCHED,
	 .help = N_("Why, and what is done. Auditors want to see one report that changed "
		    "something.")},
	{.name = "judged_by", .label = N_("Judged by"), .type = FIELD_REF, .width = 16, .since = 2,
	 .ref = &kind_person, .help = N_("Who judged it.")},
	{.name = "threats", .label = N_("Threats"), .type = FIELD_REFS, .width = 14, .since = 2,
	 .ref = &kind_threat, .help = N_("Threats of the catalogue that it tells of.")},
	{.name = "vulnerabilities", .label = N_("Vulnerabilities"), .type = FIELD_REFS,
	 .width = 14, .since = 2, .ref = &kind_vulnerability, .help = N_("Weaknesses that it uses.")},
	{.name = "assets", .label = N_("Assets"), .type = FIELD_REFS, .width = 14, .since = 2,
	 .ref = &kind_asset, .help = N_("Assets of ours that it could hit.")},
	{.name = "risks", .label = N_("Risks"), .type = FIELD_REFS, .width = 14, .since = 2,
	 .ref = &kind_risk, .help = N_("Risks that it makes more or less likely.")},
	{.name = "reassess", .label = N_("Rate anew"), .type = FIELD_BOOL, .width = 8, .since = 2,
	 .initial = "no", .help = N_("Those risks are to be rated anew because of it.")},
	{.name = "due", .label = N_("Due"), .type = FIELD_DATE, .width = 10, .since = 2,
	 .flags = F_LISTED, .help = N_("By when that is to be done.")},
	{.name = "reassessed_on", .label = N_("Rated anew on"), .type = FIELD_DATE, .width = 10,
	 .since = 2, .help = N_("When it was done.")},
	{.name = "notes", .label = N_("Notes"), .type = FIELD_NOTE, .width = 30, .since = 2,
	 .flags = F_SEARCHED, .section = N_("Notes"), .help = N_("Anything else.")},
	{.name = "overdue", .label = N_("Overdue"), .type = FIELD_BOOL, .width = 7, .since = 2,
	 .flags = F_DERIVED | F_LISTED,
	 .help = N_("Risks were to be rated anew, and the day has passed.")},
};

static bool note_check(const struct rules *rules, const struct record *rec, struct err *err)
{
	(void)rules;
	return check_order(rec, "received_on", "reassessed_on", err);
}

const struct kind kind_threat_note = {
	.name = "threat_note", .title = N_("Threat note"), .plural = N_("Threat notes"),
	.prefix = "TN", .clause = "A.5.7", .number = 67, .group = GROUP_RISKS, .since = 2,
	.fields = fields, .nfields = sizeof(fields) / sizeof(*fields), .check = note_check,
	.help = N_("Reports on attacks and weaknesses elsewhere, each with a judgement of what it "
		   "means here. Auditors look for the way from a report to a risk."),
};
