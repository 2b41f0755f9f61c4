/*
 * Roles with their duties and authority (5.3, A.5.2). Who holds them stands in
 * assignment.
 */
#include "config.h"

#include "isms/model/kinds.h"
#include "isms/util/i18n.h"

static const struct choice role_kinds[] = {
	{"employee", N_("Employee"), STYLE_PLAIN, NULL},
	{"internal auditor", N_("Internal auditor"), STYLE_PLAIN, NULL},
	{"it administrator", N_("IT administrator"), STYLE_PLAIN, NULL},
	{"top management", N_("Top management"), STYLE_PLAIN, NULL},
	{"data protection officer", N_("Data protection officer"), STYLE_PLAIN, NULL},
	{"isms manager", N_("ISMS manager"), STYLE_PLAIN, NULL},
	{"asset owner", N_("Asset owner"), STYLE_PLAIN, NULL},
	{"risk owner", N_("Risk owner"), STYLE_PLAIN, NULL},
	{"process owner", N_("Process owner"), STYLE_PLAIN, NULL},
	{"other", N_("Other"), STYLE_PLAIN, NULL},
	{NULL, NULL, STYLE_PLAIN, NULL},
};

static const struct field fields[] = {
	{.name = "title", .label = N_("Role"), .type = FIELD_TEXT, .width = 30, .since = 2,
	 .flags = F_REQUIRED | F_LISTED | F_SEARCHED, .help = N_("Its name in the house.")},
	{.name = "role_kind", .label = N_("Kind"), .type = FIELD_CHOICE, .width = 16, .since = 2,
	 .flags = F_REQUIRED | F_LISTED | F_SEARCHED, .choices = role_kinds, .initial = "other",
	 .help = N_("What it is in the terms of the ISMS. Top management and the ISMS manager must "
		    "be there.")},
	{.name = "duties", .label = N_("Duties"), .type = FIELD_NOTE, .width = 40, .since = 2,
	 .flags = F_SEARCHED,
	 .help = N_("What the role has to do, so that one can see whether it is done.")},
	{.name = "authority", .label = N_("Authority"), .type = FIELD_NOTE, .width = 40, .since = 2,
	 .flags = F_SEARCHED,
	 .help = N_("What it may decide, stop and spend. Duties without authority are a common "
		    "finding.")},
	{.name = "isms_role", .label = N_("ISMS role"), .type = FIELD_BOOL, .width = 8, .since = 2,
	 .flags = F_LISTED, .initial = "yes",
	 .help = N_("It matters to information security, and the standard wants it given to "
		    "somebody (5.3).")},
	{.name = "deputy_needed", .label = N_("Deputy needed"), .type = FIELD_BOOL, .width = 8,
	 .since = 2, .flags = F_LISTED, .initial = "no",
	 .help = N_("Somebody must stand in when the holder is away.")},
	{.name = "reports_to", .label = N_("Reports to"), .type = FIELD_REF, .width = 18,
	 .since = 2, .ref = &kind_role,
	 .help = N_("To which role it reports; the ISMS manager to top management (5.3 b).")},
	{.name = "incompatible", .label = N_("Not together with"), .type = FIELD_REFS, .width = 16,
	 .since = 2, .ref = &kind_role,
	 .help = N_("Roles that the same person must not hold (A.5.3).")},
	{.name = "documents", .label = N_("To be read"), .type = FIELD_REFS, .width = 16,
	 .since = 2, .ref = &kind_document,
	 .help = N_("What somebody who takes the role has to read and learn.")},
	{.name = "notes", .label = N_("Notes"), .type = FIELD_NOTE, .width = 30, .since = 2,
	 .flags = F_SEARCHED, .section = N_("Notes"), .help = N_("Anything else.")},
	{.name = "holders", .label = N_("Holders"), .type = FIELD_INT, .width = 5, .since = 2,
	 .flags = F_DERIVED | F_LISTED, .help = N_("How many people hold it today.")},
	{.name = "deputies", .label = N_("Deputies"), .type = FIELD_INT, .width = 5, .since = 2,
	 .flags = F_DERIVED | F_LISTED, .help = N_("How many stand in today.")},
	{.name = "vacant", .label = N_("Vacant"), .type = FIELD_BOOL, .width = 7, .since = 2,
	 .flags = F_DERIVED | F_LISTED,
	 .help = N_("An ISMS role that nobody holds, or that lacks the deputy it needs.")},
};

const struct kind kind_role = {
	.name = "role", .title = N_("Role"), .plural = N_("Roles"), .prefix = "RO", .clause = "5.3",
	.number = 27, .group = GROUP_LEADERSHIP, .since = 2, .fields = fields,
	.nfields = sizeof(fields) / sizeof(*fields),
	.help = N_("What each role in information security has to do and may decide. Auditors ask "
		   "people for their role and compare the answer with this."),
};
