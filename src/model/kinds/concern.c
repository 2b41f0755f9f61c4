/* Doubts and worries of managers about the ISMS, and what was answered (5.1, 7.4). */
#include "config.h"

#include "isms/model/kinds.h"
#include "isms/util/i18n.h"

static const struct choice states[] = {
	{"open", N_("Open"), STYLE_WARN, NULL},
	{"answered", N_("Answered"), STYLE_PLAIN, NULL},
	{"settled", N_("Settled"), STYLE_GOOD, NULL},
	{NULL, NULL, STYLE_PLAIN, NULL},
};

static const struct move moves[] = {
	{"open", "answered", "answer"}, {"answered", "settled", NULL}, {"answered", "open", NULL},
	{"settled", "open", NULL},
	{NULL, NULL, NULL},
};

static const struct lifecycle life = {"status", moves};

static const struct field fields[] = {
	{.name = "title", .label = N_("Concern"), .type = FIELD_TEXT, .width = 36, .since = 2,
	 .flags = F_REQUIRED | F_LISTED | F_SEARCHED,
	 .help = N_("The worry in a line, in the words of who has it.")},
	{.name = "raised_by", .label = N_("Raised by"), .type = FIELD_REF, .width = 16, .since = 2,
	 .flags = F_LISTED, .ref = &kind_person, .help = N_("Who has it.")},
	{.name = "raised_on", .label = N_("Raised on"), .type = FIELD_DATE, .width = 10, .since = 2,
	 .flags = F_LISTED, .initial = "today", .help = N_("When it was heard.")},
	{.name = "description", .label = N_("Description"), .type = FIELD_NOTE, .width = 30,
	 .since = 2, .flags = F_SEARCHED, .help = N_("What is behind it.")},
	{.name = "status", .label = N_("Status"), .type = FIELD_CHOICE, .width = 8, .since = 2,
	 .flags = F_REQUIRED | F_LISTED, .choices = states, .initial = "open",
	 .help = N_("Settled: who raised it is content.")},
	{.name = "answer", .label = N_("Answer"), .type = FIELD_NOTE, .width = 40, .since = 2,
	 .flags = F_SEARCHED, .section = N_("Answer"),
	 .help = N_("What was answered, and what was changed for it.")},
	{.name = "answered_by", .label = N_("Answered by"), .type = FIELD_REF, .width = 16,
	 .since = 2, .flags = F_LISTED, .ref = &kind_person, .help = N_("Who answers.")},
	{.name = "due", .label = N_("Due"), .type = FIELD_DATE, .width = 10, .since = 2,
	 .flags = F_LISTED, .help = N_("By when it is to be answered.")},
	{.name = "answered_on", .label = N_("Answered on"), .type = FIELD_DATE, .width = 10,
	 .since = 2, .help = N_("When it was answered.")},
	{.name = "notes", .label = N_("Notes"), .type = FIELD_NOTE, .width = 30, .since = 2,
	 .flags = F_SEARCHED, .section = N_("Notes"), .help = N_("Anything else.")},
	{.name = "overdue", .label = N_("Overdue"), .type = FIELD_BOOL, .width = 7, .since = 2,
	 .flags = F_DERIVED, .help = N_("Not answered though its day has passed.")},
};

static const char *const title_from[] = {"description", NULL};

const struct kind kind_concern = {
	.name = "concern", .title = N_("Concern"), .plural = N_("Concerns"), .prefix = "CN",
	.clause = "5.1", .number = 36, .group = GROUP_LEADERSHIP, .since = 2, .fields = fields,
	.nfields = sizeof(fields) / sizeof(*fields), .life = &life, .title_from = title_from,
	.help = N_("What managers and staff fear from the ISMS (cost, slowness, blame) and what "
		   "they were told. A worry that is not answered comes back as resistance."),
};
