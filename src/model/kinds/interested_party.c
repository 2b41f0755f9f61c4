/*
 * Who has a stake in information security here (4.2 a). What each wants stands
 * in requirement.
 */
#include "config.h"

#include "isms/model/kinds.h"
#include "isms/util/i18n.h"

static const struct choice origins[] = {
	{"internal", N_("Internal"), STYLE_PLAIN, NULL},
	{"external", N_("External"), STYLE_PLAIN, NULL},
	{NULL, NULL, STYLE_PLAIN, NULL},
};

static const struct choice categories[] = {
	{"top management", N_("Top management"), STYLE_PLAIN, NULL},
	{"owner", N_("Owner"), STYLE_PLAIN, NULL},
	{"employee", N_("Employee"), STYLE_PLAIN, NULL},
	{"staff representative", N_("Staff representative"), STYLE_PLAIN, NULL},
	{"customer", N_("Customer"), STYLE_PLAIN, NULL},
	{"end user", N_("End user"), STYLE_PLAIN, NULL},
	{"data subject", N_("Data subject"), STYLE_PLAIN, NULL},
	{"supplier", N_("Supplier"), STYLE_PLAIN, NULL},
	{"partner", N_("Partner"), STYLE_PLAIN, NULL},
	{"authority", N_("Authority"), STYLE_PLAIN, NULL},
	{"regulator", N_("Regulator"), STYLE_PLAIN, NULL},
	{"certification body", N_("Certification body"), STYLE_PLAIN, NULL},
	{"insurer", N_("Insurer"), STYLE_PLAIN, NULL},
	{"bank", N_("Bank"), STYLE_PLAIN, NULL},
	{"neighbour", N_("Neighbour"), STYLE_PLAIN, NULL},
	{"public", N_("Public"), STYLE_PLAIN, NULL},
	{"media", N_("Media"), STYLE_PLAIN, NULL},
	{"competitor", N_("Competitor"), STYLE_PLAIN, NULL},
	{"group company", N_("Group company"), STYLE_PLAIN, NULL},
	{"other", N_("Other"), STYLE_PLAIN, NULL},
	{NULL, NULL, STYLE_PLAIN, NULL},
};

static const struct field fields[] = {
	{.name = "title", .label = N_("Party"), .type = FIELD_TEXT, .width = 30, .since = 2,
	 .flags = F_REQUIRED | F_LISTED | F_SEARCHED,
	 .help = N_("Who it is: one party, or a group that wants the same (\"municipal "
		    "utilities\").")},
	{.name = "party_kind", .label = N_("Kind"), .type = FIELD_CHOICE, .width = 8, .since = 2,
	 .flags = F_REQUIRED | F_LISTED | F_SEARCHED, .choices = origins, .initial = "external",
	 .help = N_("Inside the organisation or outside.")},
	{.name = "category", .label = N_("Category"), .type = FIELD_CHOICE, .width = 16, .since = 2,
	 .flags = F_OPEN | F_LISTED | F_SEARCHED, .choices = categories,
	 .help = N_("What sort of party it is; a word of your own will do.")},
	{.name = "influence", .label = N_("Influence"), .type = FIELD_INT, .width = 4, .since = 2,
	 .flags = F_LISTED, .min = 1, .max = 5,
	 .help = N_("What it can do to the organisation, 1 little to 5 it can stop the business.")},
	{.name = "expectations", .label = N_("Expectations"), .type = FIELD_NOTE, .width = 30,
	 .since = 2, .flags = F_SEARCHED,
	 .help = N_("What it expects in a sentence. What is to be met becomes a requirement of its "
		    "own.")},
	{.name = "contact", .label = N_("Contact"), .type = FIELD_TEXT, .width = 20, .since = 2,
	 .flags = F_SEARCHED,
	 .help = N_("With whom we speak there; for authorities the way to reach them at night.")},
	{.name = "owner", .label = N_("Owner"), .type = FIELD_REF, .width = 16, .since = 2,
	 .flags = F_LISTED, .ref = &kind_person, .section = N_("Review"),
	 .help = N_("Who here keeps up the relation.")},
	{.name = "last_review", .label = N_("Last review"), .type = FIELD_DATE, .width = 10,
	 .since = 2, .help = N_("When its expectations were last asked for or thought through.")},
	{.name = "next_review", .label = N_("Next review"), .type = FIELD_DATE, .width = 10,
	 .since = 2, .flags = F_LISTED, .help = N_("When they are looked at again.")},
	{.name = "notes", .label = N_("Notes"), .type = FIELD_NOTE, .width = 30, .since = 2,
	 .flags = F_SEARCHED, .section = N_("Notes"), .help = N_("Anything else.")},
	{.name = "requirements", .label = N_("Requirements"), .type = FIELD_INT, .width = 5,
	 .since = 2, .flags = F_DERIVED | F_LISTED,
	 .help = N_("How many requirements of this party are on record. None: why is it a party?")},
	{.name = "undecided", .label = N_("Undecided"), .type = FIELD_INT, .width = 5, .since = 2,
	 .flags = F_DERIVED, .help = N_("How many of them nobody has decided on (4.2 c).")},
	{.name = "climate", .label = N_("Climate"), .type = FIELD_BOOL, .width = 7, .since = 2,
	 .flags = F_DERIVED,
	 .help = N_("One of its requirements has to do with climate change (Amendment 1:2024).")},
	{.name = "overdue", .label = N_("Overdue"), .type = FIELD_BOOL, .width = 7, .since = 2,
	 .flags = F_DERIVED, .help = N_("Its review is due.")},
};

const struct kind kind_interested_party = {
	.name = "interested_party", .title = N_("Interested party"),
	.plural = N_("Interested parties"), .prefix = "IP", .clause = "4.2", .number = 17,
	.group = GROUP_CONTEXT, .since = 2, .fields = fields,
	.nfields = sizeof(fields) / sizeof(*fields),
	.help = N_("Who expects something of the organisation's information security, inside and "
		   "outside: owners, staff, customers, authorities, suppliers. Auditors pick one "
		   "and ask what it wants and where that is met."),
};
