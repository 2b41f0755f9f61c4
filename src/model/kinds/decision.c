/* Decisions of those who lead (5.1), with reason and what became of them. */
#include "config.h"

#include "isms/model/kinds.h"
#include "isms/util/i18n.h"

static const struct choice states[] = {
	{"proposed", N_("Proposed"), STYLE_PLAIN, NULL},
	{"decided", N_("Decided"), STYLE_PLAIN, NULL},
	{"carried out", N_("Carried out"), STYLE_GOOD, NULL},
	{"rejected", N_("Rejected"), STYLE_DIM, NULL},
	{"revoked", N_("Revoked"), STYLE_DIM, NULL},
	{NULL, NULL, STYLE_PLAIN, NULL},
};

static const struct move moves[] = {
	{"proposed", "decided", "decided_by"}, {"proposed", "rejected", "reason"},
	{"decided", "carried out", "done_on"}, {"decided", "revoked", "reason"},
	{"carried out", "decided", NULL},
	{NULL, NULL, NULL},
};

static const struct lifecycle life = {"status", moves};

static const struct field fields[] = {
	{.name = "title", .label = N_("Subject"), .type = FIELD_TEXT, .width = 34, .since = 2,
	 .flags = F_REQUIRED | F_LISTED | F_SEARCHED, .help = N_("What it is about, in a line.")},
	{.name = "wording", .label = N_("Decision"), .type = FIELD_NOTE, .width = 40, .since = 2,
	 .flags = F_SEARCHED, .help = N_("What was decided, word for word.")},
	{.name = "status", .label = N_("Status"), .type = FIELD_CHOICE, .width = 11, .since = 2,
	 .flags = F_REQUIRED | F_LISTED, .choices = states, .initial = "proposed",
	 .help = N_("How far it is.")},
	{.name = "decided_on", .label = N_("Decided on"), .type = FIELD_DATE, .width = 10,
	 .since = 2, .flags = F_LISTED, .help = N_("The day of the decision.")},
	{.name = "decided_by", .label = N_("Decided by"), .type = FIELD_REFS, .width = 20,
	 .since = 2, .flags = F_LISTED, .ref = &kind_person,
	 .help = N_("Who decided. Auditors look for top management here.")},
	{.name = "reason", .label = N_("Reason"), .type = FIELD_NOTE, .width = 30, .since = 2,
	 .flags = F_SEARCHED,
	 .help = N_("Why this and not something else; for what was rejected or revoked, why.")},
	{.name = "meeting", .label = N_("Meeting"), .type = FIELD_REF, .width = 20, .since = 2,
	 .ref = &kind_meeting, .help = N_("Where it was taken.")},
	{.name = "object", .label = N_("About"), .type = FIELD_LINK, .width = 18, .since = 2,
	 .help = N_("The record that it is about: a risk, a document, a supplier.")},
	{.name = "owner", .label = N_("Owner"), .type = FIELD_REF, .width = 16, .since = 2,
	 .flags = F_LISTED, .ref = &kind_person, .section = N_("Carrying out"),
	 .help = N_("Who carries it out.")},
	{.name = "due", .label = N_("Due"), .type = FIELD_DATE, .width = 10, .since = 2,
	 .flags = F_LISTED, .help = N_("By when.")},
	{.name = "done_on", .label = N_("Done on"), .type = FIELD_DATE, .width = 10, .since = 2,
	 .help = N_("When it was carried out.")},
	{.name = "notes", .label = N_("Notes"), .type = FIELD_NOTE, .width = 30, .since = 2,
	 .flags = F_SEARCHED, .section = N_("Notes"), .help = N_("Anything else.")},
	{.name = "actions", .label = N_("Actions"), .type = FIELD_INT, .width = 5, .since = 3,
	 .flags = F_DERIVED,
	 .help = N_("How many actions carry it out; cancelled ones are not counted.")},
	{.name = "overdue", .label = N_("Overdue"), .type = FIELD_BOOL, .width = 7, .since = 2,
	 .flags = F_DERIVED | F_LISTED,
	 .help = N_("Decided, and not carried out though its day has passed.")},
};

static const char *const title_from[] = {"wording", NULL};

const struct kind kind_decision = {
	.name = "decision", .title = N_("Decision"), .plural = N_("Decisions"), .prefix = "DEC",
	.clause = "5.1", .number = 31, .group = GROUP_LEADERSHIP, .since = 2, .fields = fields,
	.nfields = sizeof(fields) / sizeof(*fields), .life = &life, .title_from = title_from,
	.help = N_("What top management and bodies decided, why, and whether it was done. The "
		   "first is as a rule the decision to have an ISMS. Auditors ask for decisions "
		   "that cost something."),
};
