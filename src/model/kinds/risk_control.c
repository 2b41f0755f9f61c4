/*
 * How much a control lowers a risk (6.1.3): what the suggested rating of the
 * risk is made from. That a control treats a risk at all stands at the risk.
 */
#include "config.h"

#include "isms/model/kinds.h"
#include "isms/util/i18n.h"

static const struct choice effects[] = {
	{"likelihood", N_("Likelihood"), STYLE_PLAIN, NULL},
	{"impact", N_("Impact"), STYLE_PLAIN, NULL},
	{"both", N_("Both"), STYLE_PLAIN, NULL},
	{NULL, NULL, STYLE_PLAIN, NULL},
};

static const struct field fields[] = {
	{.name = "title", .label = N_("Title"), .type = FIELD_TEXT, .width = 40, .since = 2,
	 .flags = F_DERIVED | F_LISTED, .help = N_("The risk and the control.")},
	{.name = "risk", .label = N_("Risk"), .type = FIELD_REF, .width = 20, .since = 2,
	 .flags = F_REQUIRED, .ref = &kind_risk, .help = N_("The risk that is lowered.")},
	{.name = "control", .label = N_("Control"), .type = FIELD_REF, .width = 10, .since = 2,
	 .flags = F_REQUIRED, .ref = &kind_control, .help = N_("The control that lowers it.")},
	{.name = "effect", .label = N_("Effect on"), .type = FIELD_CHOICE, .width = 10, .since = 2,
	 .flags = F_REQUIRED | F_LISTED, .choices = effects, .initial = "likelihood",
	 .help = N_("Whether it makes the case rarer or milder. Backups do not keep anybody out.")},
	{.name = "reduction", .label = N_("Steps"), .type = FIELD_INT, .width = 5, .since = 2,
	 .flags = F_REQUIRED | F_LISTED, .min = 0, .max = 4, .initial = "1",
	 .help = N_("By how many steps of the scale it lowers the rating when it works.")},
	{.name = "weight", .label = N_("Weight %"), .type = FIELD_INT, .width = 4, .since = 2,
	 .flags = F_REQUIRED | F_LISTED, .min = 0, .max = 100, .initial = "100",
	 .help = N_("How much of that counts, since controls overlap; the sum over all controls "
		    "is rounded down.")},
	{.name = "reason", .label = N_("Reason"), .type = FIELD_NOTE, .width = 30, .since = 2,
	 .flags = F_SEARCHED, .help = N_("Why so much.")},
	{.name = "notes", .label = N_("Notes"), .type = FIELD_NOTE, .width = 30, .since = 2,
	 .flags = F_SEARCHED, .section = N_("Notes"), .help = N_("Anything else.")},
	{.name = "works", .label = N_("Works"), .type = FIELD_BOOL, .width = 5, .since = 2,
	 .flags = F_DERIVED | F_LISTED,
	 .help = N_("The control is implemented or operates, so that it counts today.")},
};

static const char *const unique[] = {"risk,control", NULL};

const struct kind kind_risk_control = {
	.name = "risk_control", .title = N_("Effect of a control"),
	.plural = N_("Effects of controls"), .prefix = "RCO", .clause = "6.1.3", .number = 70,
	.group = GROUP_RISKS, .flags = KIND_DETAIL, .since = 2, .unique = unique,
	.fields = fields, .nfields = sizeof(fields) / sizeof(*fields),
	.help = N_("How many steps a control takes off the likelihood or the impact of a risk; "
		   "from these the current and the residual rating are suggested."),
};
