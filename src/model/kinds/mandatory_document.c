/* What the standard asks to be documented, and where this organisation has it. */
#include "config.h"

#include "isms/model/kinds.h"
#include "isms/util/i18n.h"

static const struct choice kinds_of[] = {
	{"document", N_("Document"), STYLE_PLAIN, NULL},
	{"record", N_("Record"), STYLE_PLAIN, NULL},
	{NULL, NULL, STYLE_PLAIN, NULL},
};

static const struct choice duties[] = {
	{"clause", N_("Demanded by a clause"), STYLE_PLAIN, NULL},
	{"control if applicable", N_("Demanded by an applicable control"), STYLE_PLAIN, NULL},
	{"customary", N_("Customary"), STYLE_DIM, NULL},
	{NULL, NULL, STYLE_PLAIN, NULL},
};

static const struct choice states[] = {
	{"missing", N_("Missing"), STYLE_BAD, NULL},
	{"draft", N_("Not published"), STYLE_WARN, NULL},
	{"overdue", N_("Review overdue"), STYLE_WARN, NULL},
	{"present", N_("Present"), STYLE_GOOD, NULL},
	{"register", N_("Register of this file"), STYLE_GOOD, NULL},
	{"not needed", N_("Not needed"), STYLE_DIM, NULL},
	{NULL, NULL, STYLE_PLAIN, NULL},
};

static const struct field fields[] = {
	{.name = "title", .label = N_("Document or record"), .type = FIELD_TEXT, .width = 36,
	 .since = 2, .flags = F_REQUIRED | F_LISTED | F_SEARCHED,
	 .help = N_("What has to be there, in own words.")},
	{.name = "clause", .label = N_("Clause"), .type = FIELD_TEXT, .width = 8, .since = 2,
	 .flags = F_LISTED | F_SEARCHED,
	 .help = N_("Clause or control of Annex A that asks for it.")},
	{.name = "doc_kind", .label = N_("Kind"), .type = FIELD_CHOICE, .width = 8, .since = 2,
	 .flags = F_REQUIRED | F_LISTED, .choices = kinds_of, .initial = "document",
	 .help = N_("A document says how things are to be done, a record what was done.")},
	{.name = "duty", .label = N_("Duty"), .type = FIELD_CHOICE, .width = 14, .since = 2,
	 .flags = F_REQUIRED, .choices = duties, .initial = "clause",
	 .help = N_("Whether a clause wants it, a control where it applies, or only custom. "
		    "Missing by clause is a nonconformity.")},
	{.name = "usual_name", .label = N_("Usual name"), .type = FIELD_TEXT, .width = 24,
	 .since = 2, .flags = F_SEARCHED, .help = N_("What most organisations call it.")},
	{.name = "kept_in", .label = N_("Kept in"), .type = FIELD_TEXT, .width = 18, .since = 2,
	 .flags = F_SEARCHED, .help = N_("The register of this program where it may be kept.")},
	{.name = "in_register", .label = N_("Register is enough"), .type = FIELD_BOOL, .width = 8,
	 .since = 2,
	 .help = N_("The register itself is the document or record here; nothing else is "
		    "written.")},
	{.name = "documents", .label = N_("Documents"), .type = FIELD_REFS, .width = 16, .since = 2,
	 .flags = F_LISTED, .ref = &kind_document,
	 .help = N_("The documents that fulfil it; one is enough.")},
	{.name = "not_needed", .label = N_("Why not needed"), .type = FIELD_NOTE, .width = 30,
	 .since = 2, .flags = F_SEARCHED,
	 .help = N_("For what no clause demands: why this organisation does without.")},
	{.name = "notes", .label = N_("Notes"), .type = FIELD_NOTE, .width = 30, .since = 2,
	 .flags = F_SEARCHED, .section = N_("Notes"), .help = N_("Anything else.")},
	{.name = "state", .label = N_("State"), .type = FIELD_CHOICE, .width = 14, .since = 2,
	 .flags = F_DERIVED | F_LISTED, .choices = states,
	 .help = N_("Present where a linked document is published and its review not overdue.")},
};

const struct kind kind_mandatory_document = {
	.name = "mandatory_document", .title = N_("Mandatory document"),
	.plural = N_("Mandatory documents"), .prefix = "MD", .clause = "7.5.1", .number = 53,
	.group = GROUP_SUPPORT, .since = 2,
	.fields = fields, .nfields = sizeof(fields) / sizeof(*fields),
	.help = N_("The list that an auditor works through on the first day: what has to be "
		   "documented, and where it is."),
};
