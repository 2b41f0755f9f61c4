/*
 * What shows that something is so. Controls name the evidence that they rest on;
 * a piece may also support one record of any other register. Where several records
 * rest on one piece they name it, in their field evidence.
 */
#include "config.h"

#include "isms/model/check.h"
#include "isms/model/kinds.h"
#include "isms/util/i18n.h"

static const struct choice evidence_kinds[] = {
	{"file", N_("File"), STYLE_PLAIN, NULL},
	{"link", N_("Link"), STYLE_PLAIN, NULL},
	{"note", N_("Note"), STYLE_PLAIN, NULL},
	{"log extract", N_("Log extract"), STYLE_PLAIN, NULL},
	{"photo", N_("Photo"), STYLE_PLAIN, NULL},
	{"interview", N_("Interview"), STYLE_PLAIN, NULL},
	{NULL, NULL, STYLE_PLAIN, NULL},
};

static const struct field fields[] = {
	{.name = "title", .label = N_("Evidence"), .type = FIELD_TEXT, .width = 36, .since = 2,
	 .flags = F_REQUIRED | F_LISTED | F_SEARCHED,
	 .help = N_("What it is and what it shows, so that it is found again.")},
	{.name = "evidence_kind", .label = N_("Kind"), .type = FIELD_CHOICE, .width = 11,
	 .since = 2, .flags = F_REQUIRED | F_LISTED | F_SEARCHED, .choices = evidence_kinds,
	 .initial = "file", .help = N_("What sort of evidence it is.")},
	{.name = "supports", .label = N_("Supports"), .type = FIELD_LINK, .width = 20, .since = 2,
	 .flags = F_LISTED,
	 .help = N_("The record that it bears out, of any register; controls name theirs "
		    "themselves.")},
	{.name = "location", .label = N_("Location"), .type = FIELD_TEXT, .width = 24, .since = 2,
	 .flags = F_SEARCHED, .help = N_("Where it is: path, address, ticket, shelf.")},
	{.name = "sha256", .label = N_("SHA-256"), .type = FIELD_TEXT, .width = 16, .since = 2,
	 .check = check_sha256,
	 .help = N_("Checksum of the file, 64 hexadecimal digits: proves that it is still the "
		    "one that was collected.")},
	{.name = "content", .label = N_("Content"), .type = FIELD_NOTE, .width = 30, .since = 2,
	 .flags = F_SEARCHED,
	 .help = N_("The lines themselves, where it is a note, an interview or a few lines of a "
		    "log. No passwords, no more personal data than needed.")},
	{.name = "collected_on", .label = N_("Collected on"), .type = FIELD_DATE, .width = 10,
	 .since = 2, .flags = F_LISTED, .initial = "today",
	 .help = N_("The day it was taken. Auditors want evidence of the whole period, not of "
		    "last week.")},
	{.name = "collected_by", .label = N_("Collected by"), .type = FIELD_REF, .width = 16,
	 .since = 2, .flags = F_LISTED, .ref = &kind_person, .help = N_("Who took it.")},
	{.name = "valid_to", .label = N_("Valid to"), .type = FIELD_DATE, .width = 10, .since = 2,
	 .flags = F_LISTED, .help = N_("When it has to be collected again.")},
	{.name = "notes", .label = N_("Notes"), .type = FIELD_NOTE, .width = 30, .since = 2,
	 .flags = F_SEARCHED, .section = N_("Notes"), .help = N_("Anything else.")},
	{.name = "controls", .label = N_("Controls"), .type = FIELD_INT, .width = 4, .since = 2,
	 .flags = F_DERIVED, .help = N_("How many controls rest on it.")},
	{.name = "overdue", .label = N_("Overdue"), .type = FIELD_BOOL, .width = 7, .since = 2,
	 .flags = F_DERIVED, .help = N_("It has run out and was not collected again.")},
};

static bool evidence_check(const struct rules *rules, const struct record *rec, struct err *err)
{
	(void)rules;
	return check_order(rec, "collected_on", "valid_to", err);
}

const struct kind kind_evidence = {
	.name = "evidence", .title = N_("Evidence"), .plural = N_("Evidence"), .prefix = "EV",
	.clause = "7.5.3", .number = 54, .group = GROUP_CONTROLS, .since = 2,
	.fields = fields, .nfields = sizeof(fields) / sizeof(*fields), .check = evidence_check,
	.help = N_("What shows that controls work and things were done: files, extracts, photos, "
		   "with day and collector. Auditors believe what they can see."),
};
