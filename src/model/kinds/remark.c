/* A comment, a question or an idea on any record (C091, C125). */
#include "config.h"

#include "isms/model/kinds.h"
#include "isms/util/i18n.h"

static const struct choice remark_kinds[] = {
	{"comment", N_("Comment"), STYLE_PLAIN, NULL},
	{"question", N_("Question"), STYLE_PLAIN, NULL},
	{"objection", N_("Objection"), STYLE_WARN, NULL},
	{"praise", N_("Praise"), STYLE_GOOD, NULL},
	{NULL, NULL, STYLE_PLAIN, NULL},
};

static const struct choice states[] = {
	{"open", N_("Open"), STYLE_WARN, NULL},
	{"answered", N_("Answered"), STYLE_GOOD, NULL},
	{"closed", N_("Closed"), STYLE_DIM, NULL},
	{NULL, NULL, STYLE_PLAIN, NULL},
};

static const struct move moves[] = {
	{"open", "answered", "answer"}, {"open", "closed", NULL},
	{"answered", "closed", NULL}, {"answered", "open", NULL},
	{"closed", "open", NULL},
	{NULL, NULL, NULL},
};

static const struct lifecycle life = {"status", moves};

static const struct field fields[] = {
	{.name = "title", .label = N_("Remark"), .type = FIELD_TEXT, .width = 40, .since = 2,
	 .flags = F_REQUIRED | F_LISTED | F_SEARCHED, .help = N_("What is said, in a line.")},
	{.name = "about", .label = N_("About"), .type = FIELD_LINK, .width = 20, .since = 2,
	 .flags = F_LISTED, .help = N_("The record that it is about, of any register.")},
	{.name = "remark_kind", .label = N_("Kind"), .type = FIELD_CHOICE, .width = 9, .since = 2,
	 .flags = F_REQUIRED, .choices = remark_kinds, .initial = "comment",
	 .help = N_("What sort of remark it is.")},
	{.name = "status", .label = N_("Status"), .type = FIELD_CHOICE, .width = 8, .since = 2,
	 .flags = F_REQUIRED | F_LISTED | F_SEARCHED, .choices = states, .initial = "open",
	 .help = N_("Whether somebody has dealt with it.")},
	{.name = "said_by", .label = N_("Said by"), .type = FIELD_REF, .width = 16, .since = 2,
	 .flags = F_LISTED, .ref = &kind_person, .help = N_("Who said it.")},
	{.name = "said_on", .label = N_("Said on"), .type = FIELD_DATE, .width = 10, .since = 2,
	 .flags = F_LISTED, .initial = "today", .help = N_("When.")},
	{.name = "content", .label = N_("In full"), .type = FIELD_NOTE, .width = 30, .since = 2,
	 .flags = F_SEARCHED, .help = N_("The whole of it, where a line is not enough.")},
	{.name = "answer", .label = N_("Answer"), .type = FIELD_NOTE, .width = 30, .since = 2,
	 .flags = F_SEARCHED, .help = N_("What was answered or done.")},
	{.name = "answered_by", .label = N_("Answered by"), .type = FIELD_REF, .width = 16,
	 .since = 2, .ref = &kind_person, .help = N_("Who answered.")},
	{.name = "notes", .label = N_("Notes"), .type = FIELD_NOTE, .width = 30, .since = 2,
	 .flags = F_SEARCHED, .section = N_("Notes"), .help = N_("Anything else.")},
};

const struct kind kind_remark = {
	.name = "remark", .title = N_("Remark"), .plural = N_("Remarks"), .prefix = "REM",
	.clause = "7.4", .number = 72, .group = GROUP_IMPROVEMENT, .flags = KIND_DETAIL,
	.since = 2, .life = &life, .fields = fields, .nfields = sizeof(fields) / sizeof(*fields),
	.help = N_("What people say about a risk, a control or a document, and what they were "
		   "answered: feedback that is not yet an improvement."),
};
