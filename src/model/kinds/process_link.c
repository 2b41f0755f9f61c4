/* How processes work together (4.4): what one hands to another. */
#include "config.h"

#include "isms/model/check.h"
#include "isms/model/kinds.h"
#include "isms/util/i18n.h"

static const struct field fields[] = {
	{.name = "title", .label = N_("Link"), .type = FIELD_TEXT, .width = 40, .since = 2,
	 .flags = F_DERIVED | F_LISTED, .help = N_("From which process to which.")},
	{.name = "from_process", .label = N_("From"), .type = FIELD_REF, .width = 24, .since = 2,
	 .flags = F_REQUIRED, .ref = &kind_process, .help = N_("The process that gives.")},
	{.name = "to_process", .label = N_("To"), .type = FIELD_REF, .width = 24, .since = 2,
	 .flags = F_REQUIRED, .ref = &kind_process, .help = N_("The process that takes.")},
	{.name = "flow", .label = N_("What flows"), .type = FIELD_TEXT, .width = 30, .since = 2,
	 .flags = F_REQUIRED | F_LISTED | F_SEARCHED,
	 .help = N_("What is handed over: a record, a decision, a product.")},
	{.name = "channel", .label = N_("Channel"), .type = FIELD_TEXT, .width = 20, .since = 2,
	 .flags = F_LISTED | F_SEARCHED, .help = N_("How: ticket, meeting, interface, paper.")},
	{.name = "notes", .label = N_("Notes"), .type = FIELD_NOTE, .width = 30, .since = 2,
	 .flags = F_SEARCHED, .section = N_("Notes"), .help = N_("Anything else.")},
};

static bool link_check(const struct rules *rules, const struct record *rec, struct err *err)
{
	(void)rules;
	if (check_same(rec, "from_process", "to_process"))
		return err_field(err, kind_field(rec->kind, "to_process"),
				 _("a link leads from one process to another"));
	return true;
}

const struct kind kind_process_link = {
	.name = "process_link", .title = N_("Process link"), .plural = N_("Process links"),
	.prefix = "PL", .clause = "4.4", .number = 21, .group = GROUP_CONTEXT, .flags = KIND_DETAIL,
	.since = 2, .fields = fields, .nfields = sizeof(fields) / sizeof(*fields),
	.check = link_check,
	.help = N_("What flows from one process to another. The standard wants the interactions of "
		   "the processes known; an auditor draws them from here."),
};
