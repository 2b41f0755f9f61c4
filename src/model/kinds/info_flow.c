/* Which information goes from whom to whom (4.1, A.5.14). */
#include "config.h"

#include "isms/model/check.h"
#include "isms/model/kinds.h"
#include "isms/util/i18n.h"

static const struct field fields[] = {
	{.name = "title", .label = N_("What flows"), .type = FIELD_TEXT, .width = 30, .since = 2,
	 .flags = F_REQUIRED | F_LISTED | F_SEARCHED,
	 .help = N_("The information in a few words: \"Alarm contacts of the utilities\".")},
	{.name = "sender", .label = N_("From"), .type = FIELD_LINK, .width = 18, .since = 2,
	 .flags = F_LISTED,
	 .help = N_("The unit, process, asset, supplier or party that gives it.")},
	{.name = "receiver", .label = N_("To"), .type = FIELD_LINK, .width = 18, .since = 2,
	 .flags = F_LISTED, .help = N_("Who or what takes it.")},
	{.name = "content", .label = N_("Content"), .type = FIELD_NOTE, .width = 30, .since = 2,
	 .flags = F_SEARCHED, .help = N_("What exactly is in it.")},
	{.name = "information_types", .label = N_("Information"), .type = FIELD_REFS, .width = 14,
	 .since = 2, .ref = &kind_information_type,
	 .help = N_("The types of information that it carries.")},
	{.name = "classification", .label = N_("Classification"), .type = FIELD_CHOICE, .width = 12,
	 .since = 2, .flags = F_LISTED, .choices = classification_choices,
	 .help = N_("The class of the most sensitive part (A.5.12).")},
	{.name = "channel", .label = N_("Channel"), .type = FIELD_TEXT, .width = 20, .since = 2,
	 .flags = F_LISTED | F_SEARCHED,
	 .help = N_("Mail, portal, interface, phone, paper, courier.")},
	{.name = "rhythm", .label = N_("How often"), .type = FIELD_TEXT, .width = 12, .since = 2,
	 .flags = F_SEARCHED, .help = N_("Always, daily, on request.")},
	{.name = "protection", .label = N_("Protection"), .type = FIELD_NOTE, .width = 30,
	 .since = 2, .flags = F_SEARCHED, .section = N_("Protection"),
	 .help = N_("What guards it on the way: encryption, check of the receiver, sealed "
		    "envelope.")},
	{.name = "agreement", .label = N_("Agreement"), .type = FIELD_TEXT, .width = 24, .since = 2,
	 .flags = F_SEARCHED,
	 .help = N_("The contract, confidentiality agreement or rule that it goes by.")},
	{.name = "owner", .label = N_("Owner"), .type = FIELD_REF, .width = 16, .since = 2,
	 .flags = F_LISTED, .ref = &kind_person,
	 .help = N_("Who answers for it. A flow without an owner is a gap.")},
	{.name = "notes", .label = N_("Notes"), .type = FIELD_NOTE, .width = 30, .since = 2,
	 .flags = F_SEARCHED, .section = N_("Notes"), .help = N_("Anything else.")},
};

static bool flow_check(const struct rules *rules, const struct record *rec, struct err *err)
{
	(void)rules;
	if (check_same(rec, "sender", "receiver"))
		return err_field(err, kind_field(rec->kind, "receiver"),
				 _("information flows from one to another"));
	return true;
}

const struct kind kind_info_flow = {
	.name = "info_flow", .title = N_("Information flow"), .plural = N_("Information flows"),
	.prefix = "FL", .clause = "A.5.14", .number = 24, .group = GROUP_CONTEXT, .since = 2,
	.fields = fields, .nfields = sizeof(fields) / sizeof(*fields), .check = flow_check,
	.help = N_("Information that passes between units, processes, systems and parties, and how "
		   "it is guarded on its way. Auditors look for flows over the boundary without "
		   "rules or agreement."),
};
