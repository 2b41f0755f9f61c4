/* Internal and external issues (4.1), with the weight of each for the ISMS. */
#include "config.h"

#include "isms/model/kinds.h"
#include "isms/util/i18n.h"

static const struct choice origins[] = {
	{"internal", N_("Internal"), STYLE_PLAIN, NULL},
	{"external", N_("External"), STYLE_PLAIN, NULL},
	{NULL, NULL, STYLE_PLAIN, NULL},
};

static const struct choice categories[] = {
	{"political", N_("Political"), STYLE_PLAIN, NULL},
	{"economic", N_("Economic"), STYLE_PLAIN, NULL},
	{"social", N_("Social"), STYLE_PLAIN, NULL},
	{"technological", N_("Technological"), STYLE_PLAIN, NULL},
	{"legal", N_("Legal"), STYLE_PLAIN, NULL},
	{"environmental", N_("Environmental"), STYLE_PLAIN, NULL},
	{"supply chain", N_("Supply chain"), STYLE_PLAIN, NULL},
	{"structure", N_("Structure"), STYLE_PLAIN, NULL},
	{"processes", N_("Processes"), STYLE_PLAIN, NULL},
	{"assets", N_("Assets"), STYLE_PLAIN, NULL},
	{"stakeholders", N_("Stakeholders"), STYLE_PLAIN, NULL},
	{"current security measures", N_("Current security measures"), STYLE_PLAIN, NULL},
	{"culture", N_("Culture"), STYLE_PLAIN, NULL},
	{"human resources", N_("Human resources"), STYLE_PLAIN, NULL},
	{"finance", N_("Finance"), STYLE_PLAIN, NULL},
	{"strategy", N_("Strategy"), STYLE_PLAIN, NULL},
	{"governance", N_("Governance"), STYLE_PLAIN, NULL},
	{NULL, NULL, STYLE_PLAIN, NULL},
};

static const struct choice effects[] = {
	{"threat", N_("Threat"), STYLE_PLAIN, NULL},
	{"opportunity", N_("Opportunity"), STYLE_PLAIN, NULL},
	{"both", N_("Threat and opportunity"), STYLE_PLAIN, NULL},
	{NULL, NULL, STYLE_PLAIN, NULL},
};

static const struct choice states[] = {
	{"open", N_("Open"), STYLE_PLAIN, NULL},
	{"watched", N_("Watched"), STYLE_GOOD, NULL},
	{"closed", N_("Closed"), STYLE_DIM, NULL},
	{NULL, NULL, STYLE_PLAIN, NULL},
};

static const struct move moves[] = {
	{"open", "watched", NULL}, {"open", "closed", "conclusion"},
	{"watched", "closed", "conclusion"}, {"closed", "open", NULL}, {"watched", "open", NULL},
	{NULL, NULL, NULL},
};

static const struct lifecycle life = {"status", moves};

static const struct field fields[] = {
	{.name = "title", .label = N_("Issue"), .type = FIELD_TEXT, .width = 34, .since = 2,
	 .flags = F_REQUIRED | F_LISTED | F_SEARCHED,
	 .help = N_("The issue in one line, as it shows in this organisation and not in general.")},
	{.name = "origin", .label = N_("Origin"), .type = FIELD_CHOICE, .width = 8, .since = 2,
	 .flags = F_REQUIRED | F_LISTED | F_SEARCHED, .choices = origins, .initial = "external",
	 .help = N_("Whether it comes from inside or from outside. Auditors look for both.")},
	{.name = "category", .label = N_("Category"), .type = FIELD_CHOICE, .width = 14, .since = 2,
	 .flags = F_OPEN | F_LISTED | F_SEARCHED, .choices = categories,
	 .help = N_("What sort of issue it is; a word of your own will do.")},
	{.name = "effect", .label = N_("Effect"), .type = FIELD_CHOICE, .width = 11, .since = 2,
	 .flags = F_LISTED, .choices = effects,
	 .help = N_("Whether it may do harm, good or both. Only threats is half an analysis.")},
	{.name = "relevance", .label = N_("Relevance"), .type = FIELD_INT, .width = 4, .since = 2,
	 .flags = F_LISTED, .min = 1, .max = 5,
	 .help = N_("How much it weighs for the ISMS, 1 little to 5 decisive.")},
	{.name = "climate", .label = N_("Climate"), .type = FIELD_BOOL, .width = 7, .since = 2,
	 .initial = "no",
	 .help = N_("It has to do with climate change, which Amendment 1:2024 asks you to think "
		    "about.")},
	{.name = "status", .label = N_("Status"), .type = FIELD_CHOICE, .width = 7, .since = 2,
	 .flags = F_REQUIRED | F_LISTED, .choices = states, .initial = "open",
	 .help = N_("Open: not thought through yet. Watched: its consequences are drawn, and it is "
		    "looked at again.")},
	{.name = "why", .label = N_("Why it matters"), .type = FIELD_NOTE, .width = 30, .since = 2,
	 .flags = F_SEARCHED, .section = N_("Meaning"),
	 .help = N_("What it does to the confidentiality, integrity or availability of information "
		    "here.")},
	{.name = "evidence", .label = N_("Evidence"), .type = FIELD_NOTE, .width = 30, .since = 2,
	 .flags = F_SEARCHED,
	 .help = N_("What it rests on: a survey with its score, a study, a report, an incident, "
		    "with its date.")},
	{.name = "conclusion", .label = N_("Conclusion"), .type = FIELD_NOTE, .width = 30,
	 .since = 2, .flags = F_SEARCHED,
	 .help = N_("What follows for the ISMS. An issue that is closed needs it; an auditor asks "
		    "\"and so?\".")},
	{.name = "risks", .label = N_("Risks"), .type = FIELD_REFS, .width = 14, .since = 2,
	 .ref = &kind_risk, .help = N_("The risks and opportunities that come of it.")},
	{.name = "controls", .label = N_("Controls"), .type = FIELD_REFS, .width = 14, .since = 2,
	 .ref = &kind_control, .help = N_("The controls that answer it.")},
	{.name = "owner", .label = N_("Owner"), .type = FIELD_REF, .width = 16, .since = 2,
	 .flags = F_LISTED, .ref = &kind_person, .section = N_("Review"),
	 .help = N_("Who keeps an eye on it.")},
	{.name = "identified_on", .label = N_("Identified on"), .type = FIELD_DATE, .width = 10,
	 .since = 2, .initial = "today", .help = N_("Since when it is known.")},
	{.name = "last_review", .label = N_("Last review"), .type = FIELD_DATE, .width = 10,
	 .since = 2, .help = N_("When somebody last asked whether it is still so.")},
	{.name = "next_review", .label = N_("Next review"), .type = FIELD_DATE, .width = 10,
	 .since = 2, .flags = F_LISTED,
	 .help = N_("When it is looked at again; once a year at least.")},
	{.name = "notes", .label = N_("Notes"), .type = FIELD_NOTE, .width = 30, .since = 2,
	 .flags = F_SEARCHED, .section = N_("Notes"), .help = N_("Anything else.")},
	{.name = "overdue", .label = N_("Overdue"), .type = FIELD_BOOL, .width = 7, .since = 2,
	 .flags = F_DERIVED, .help = N_("Its review is due and it is not closed.")},
};

static const char *const title_from[] = {"why", NULL};

const struct kind kind_context_issue = {
	.name = "context_issue", .title = N_("Context issue"), .plural = N_("Context issues"),
	.prefix = "CI", .clause = "4.1", .number = 16, .group = GROUP_CONTEXT, .since = 2,
	.fields = fields, .nfields = sizeof(fields) / sizeof(*fields), .life = &life,
	.title_from = title_from,
	.help = N_("What inside and outside the organisation helps or hinders its ISMS: law, "
		   "market, technology, culture, people. Auditors expect both kinds, a date on "
		   "each, and to find the heavy ones again among the risks."),
};
