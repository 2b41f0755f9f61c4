/*
 * Who was given what to know, and who has signed: distribution and
 * acknowledgement are one row, sent and signed. Agreements with outside parties
 * (A.6.6) are here too.
 */
#include "config.h"

#include "isms/model/check.h"
#include "isms/model/kinds.h"
#include "isms/util/i18n.h"

static const struct choice ack_kinds[] = {
	{"read", N_("Read"), STYLE_PLAIN, NULL},
	{"understood", N_("Read and understood"), STYLE_PLAIN, NULL},
	{"declaration", N_("Declaration"), STYLE_PLAIN, NULL},
	{"nda", N_("Confidentiality agreement"), STYLE_PLAIN, NULL},
	{NULL, NULL, STYLE_PLAIN, NULL},
};

static const struct field fields[] = {
	{.name = "title", .label = N_("Title"), .type = FIELD_TEXT, .width = 40, .since = 2,
	 .flags = F_DERIVED | F_LISTED, .help = N_("Who, and what was to be signed.")},
	{.name = "version", .label = N_("Version"), .type = FIELD_REF, .width = 20, .since = 2,
	 .ref = &kind_document_version, .help = N_("The version of the document that was sent.")},
	{.name = "person", .label = N_("Person"), .type = FIELD_REF, .width = 18, .since = 2,
	 .ref = &kind_person, .help = N_("Who has to sign.")},
	{.name = "supplier", .label = N_("Supplier"), .type = FIELD_REF, .width = 18, .since = 2,
	 .ref = &kind_supplier,
	 .help = N_("For an agreement with an outside party: with which.")},
	{.name = "ack_kind", .label = N_("Kind"), .type = FIELD_CHOICE, .width = 12, .since = 2,
	 .flags = F_REQUIRED | F_LISTED, .choices = ack_kinds, .initial = "understood",
	 .help = N_("What the signature says. Read alone does not show that it was understood.")},
	{.name = "sent", .label = N_("Sent"), .type = FIELD_DATE, .width = 10, .since = 2,
	 .initial = "today", .help = N_("When it was handed out.")},
	{.name = "due", .label = N_("Due"), .type = FIELD_DATE, .width = 10, .since = 2,
	 .flags = F_LISTED, .help = N_("By when it is to be signed.")},
	{.name = "signed_on", .label = N_("Signed"), .type = FIELD_DATE, .width = 10, .since = 2,
	 .flags = F_LISTED, .help = N_("When it was signed. Auditors pick names and ask for this.")},
	{.name = "valid_to", .label = N_("Valid to"), .type = FIELD_DATE, .width = 10, .since = 2,
	 .help = N_("When an agreement ends and has to be renewed.")},
	{.name = "location", .label = N_("Where it is"), .type = FIELD_TEXT, .width = 20,
	 .since = 2, .flags = F_SEARCHED, .help = N_("Where the signed copy is kept.")},
	{.name = "notes", .label = N_("Notes"), .type = FIELD_NOTE, .width = 30, .since = 2,
	 .flags = F_SEARCHED, .section = N_("Notes"), .help = N_("Anything else.")},
	{.name = "outdated", .label = N_("Outdated"), .type = FIELD_BOOL, .width = 8, .since = 2,
	 .flags = F_DERIVED,
	 .help = N_("The version that was signed is not in force any more.")},
	{.name = "overdue", .label = N_("Overdue"), .type = FIELD_BOOL, .width = 7, .since = 2,
	 .flags = F_DERIVED | F_LISTED,
	 .help = N_("Not signed though its day has passed, or signed and ended.")},
};

static bool ack_check(const struct rules *rules, const struct record *rec, struct err *err)
{
	(void)rules;
	if (!check_has(rec, "person") && !check_has(rec, "supplier"))
		return err_field(err, kind_field(rec->kind, "person"),
				 _("somebody has to sign: a person or a supplier"));
	if (!check_needs(rec, "ack_kind", "read", "version", _("name the version to be read"),
			 err) ||
	    !check_needs(rec, "ack_kind", "understood", "version",
			 _("name the version to be read"), err))
		return false;
	return check_order(rec, "sent", "signed_on", err);
}

static const char *const unique[] = {"version,person,ack_kind", NULL};

const struct kind kind_acknowledgement = {
	.name = "acknowledgement", .title = N_("Acknowledgement"),
	.plural = N_("Acknowledgements"), .prefix = "ACK", .clause = "7.3", .number = 52,
	.group = GROUP_SUPPORT, .since = 2, .unique = unique, .fields = fields,
	.nfields = sizeof(fields) / sizeof(*fields), .check = ack_check,
	.help = N_("Who was sent which version and has signed it, and agreements on "
		   "confidentiality. Auditors ask somebody in the corridor for the policy, then "
		   "look here."),
};
