/* How risks are assessed: the method, the wording of its scales, its matrix. */
#include "config.h"

#include "isms/model/kinds.h"
#include "isms/model/record.h"
#include "isms/util/i18n.h"

static const struct choice approaches[] = {
	{"asset-based", N_("Asset-based"), STYLE_PLAIN, NULL},
	{"event-based", N_("Event-based"), STYLE_PLAIN, NULL},
	{"both", N_("Both"), STYLE_PLAIN, NULL},
	{NULL, NULL, STYLE_PLAIN, NULL},
};

static const struct choice impact_rules[] = {
	{"max", N_("Greatest of C, I, A"), STYLE_PLAIN, NULL},
	{"single", N_("One impact"), STYLE_PLAIN, NULL},
	{NULL, NULL, STYLE_PLAIN, NULL},
};

static const struct choice scales[] = {
	{"likelihood", N_("Likelihood"), STYLE_PLAIN, NULL},
	{"impact", N_("Impact"), STYLE_PLAIN, NULL},
	{"level", N_("Level"), STYLE_PLAIN, NULL},
	{NULL, NULL, STYLE_PLAIN, NULL},
};

static const struct field method_fields[] = {
	{.name = "title", .label = N_("Name"), .type = FIELD_TEXT, .width = 28, .since = 1,
	 .flags = F_REQUIRED | F_LISTED | F_SEARCHED, .help = N_("What the method is called.")},
	{.name = "version", .label = N_("Version"), .type = FIELD_TEXT, .width = 8, .since = 1,
	 .flags = F_LISTED, .initial = "1", .help = N_("Which version of the method this is.")},
	{.name = "approach", .label = N_("Approach"), .type = FIELD_CHOICE, .width = 12, .since = 1,
	 .flags = F_LISTED, .choices = approaches, .initial = "both",
	 .help = N_("Asset-based: asset, threat, weakness. Event-based: scenarios seen from "
		    "above. Both may feed one register.")},
	{.name = "likelihood_steps", .label = N_("Likelihood steps"), .type = FIELD_INT, .width = 3,
	 .since = 1, .flags = F_REQUIRED, .min = 3, .max = 5, .initial = "5",
	 .section = N_("Scales"), .help = N_("Steps of the likelihood scale, 3 to 5.")},
	{.name = "impact_steps", .label = N_("Impact steps"), .type = FIELD_INT, .width = 3,
	 .since = 1, .flags = F_REQUIRED, .min = 3, .max = 5, .initial = "5",
	 .help = N_("Steps of the impact scale, 3 to 5.")},
	{.name = "level_steps", .label = N_("Level steps"), .type = FIELD_INT, .width = 3,
	 .since = 1, .flags = F_REQUIRED, .min = 3, .max = 5, .initial = "5",
	 .help = N_("Steps of the risk level, 3 to 5.")},
	{.name = "impact_rule", .label = N_("Impact rule"), .type = FIELD_CHOICE, .width = 12,
	 .since = 1, .flags = F_REQUIRED, .choices = impact_rules, .initial = "max",
	 .help = N_("Whether the impact is the greatest of confidentiality, integrity and "
		    "availability, or one figure.")},
	{.name = "appetite", .label = N_("Appetite"), .type = FIELD_INT, .width = 3, .since = 1,
	 .flags = F_LISTED, .min = 1, .max = 5, .section = N_("Acceptance"),
	 .help = N_("The highest level that is taken without question.")},
	{.name = "tolerance", .label = N_("Tolerance"), .type = FIELD_INT, .width = 3, .since = 1,
	 .flags = F_LISTED, .min = 1, .max = 5,
	 .help = N_("The highest level that is borne with the owner's approval; above it a risk "
		    "must be treated.")},
	{.name = "accept_rule", .label = N_("Who accepts what"), .type = FIELD_NOTE, .width = 30,
	 .since = 1, .flags = F_SEARCHED,
	 .help = N_("The criteria for accepting risk, and who may do so (6.1.2 a).")},
	{.name = "reassess_interval", .label = N_("Reassess every (months)"), .type = FIELD_INT,
	 .width = 5, .since = 1, .min = 1, .max = 60, .initial = "12",
	 .help = N_("How many months pass at the most between two assessments (8.2).")},
	{.name = "approved_by", .label = N_("Approved by"), .type = FIELD_REF, .width = 16,
	 .since = 2, .ref = &kind_person, .section = N_("Approval"),
	 .help = N_("Who approved method and criteria; as a rule top management.")},
	{.name = "approved_on", .label = N_("Approved on"), .type = FIELD_DATE, .width = 10,
	 .since = 2, .help = N_("The day of the approval.")},
	{.name = "notes", .label = N_("Notes"), .type = FIELD_NOTE, .width = 30, .since = 1,
	 .flags = F_SEARCHED, .section = N_("Notes"), .help = N_("Anything else.")},
};

static bool method_check(const struct rules *rules, const struct record *rec, struct err *err)
{
	const struct value *appetite = record_get(rec, "appetite");
	const struct value *tolerance = record_get(rec, "tolerance");
	const struct value *steps = record_get(rec, "level_steps");
	bool ok = true;

	(void)rules;
	if (appetite->set && tolerance->set && tolerance->num < appetite->num)
		ok = err_field(err, kind_field(rec->kind, "tolerance"),
			       _("tolerance cannot be below appetite"));
	else if (tolerance->set && steps->set && tolerance->num > steps->num)
		ok = err_field(err, kind_field(rec->kind, "tolerance"),
			       _("there are only %lld levels"), steps->num);
	return ok;
}

const struct kind kind_risk_method = {
	.name = "risk_method", .title = N_("Risk method"), .plural = N_("Risk methods"),
	.prefix = "M", .clause = "6.1.2", .number = 9, .group = GROUP_RISKS, .since = 1,
	.fields = method_fields, .nfields = sizeof(method_fields) / sizeof(*method_fields),
	.check = method_check,
	.help = N_("How likelihood, impact and level are found, and which level is accepted. "
		   "Auditors check that two people come to the same value."),
};

static const struct field criterion_fields[] = {
	{.name = "title", .label = N_("Word"), .type = FIELD_TEXT, .width = 16, .since = 1,
	 .flags = F_REQUIRED | F_LISTED | F_SEARCHED,
	 .help = N_("The word for this step: rare, likely, severe.")},
	{.name = "method", .label = N_("Method"), .type = FIELD_REF, .width = 10, .since = 1,
	 .flags = F_REQUIRED, .ref = &kind_risk_method, .help = N_("The method it belongs to.")},
	{.name = "scale", .label = N_("Scale"), .type = FIELD_CHOICE, .width = 10, .since = 1,
	 .flags = F_REQUIRED | F_LISTED, .choices = scales, .help = N_("Which scale it is of.")},
	{.name = "value", .label = N_("Value"), .type = FIELD_INT, .width = 5, .since = 1,
	 .flags = F_REQUIRED | F_LISTED, .min = 1, .max = 5, .help = N_("The number of the step.")},
	{.name = "criteria", .label = N_("Criteria"), .type = FIELD_NOTE, .width = 40, .since = 1,
	 .flags = F_LISTED | F_SEARCHED,
	 .help = N_("When this step is meant; a likelihood needs its span of time.")},
	{.name = "notes", .label = N_("Notes"), .type = FIELD_NOTE, .width = 30, .since = 1,
	 .flags = F_SEARCHED, .section = N_("Notes"), .help = N_("Anything else.")},
};

static const char *const criterion_unique[] = {"method,scale,value", NULL};

const struct kind kind_risk_criterion = {
	.name = "risk_criterion", .title = N_("Scale step"), .plural = N_("Scale steps"),
	.prefix = "RC", .clause = "6.1.2", .number = 10, .group = GROUP_RISKS,
	.flags = KIND_DETAIL, .since = 1, .unique = criterion_unique,
	.fields = criterion_fields, .nfields = sizeof(criterion_fields) / sizeof(*criterion_fields),
	.help = N_("The worded criteria of each step of a method's scales."),
};

static const struct field cell_fields[] = {
	{.name = "title", .label = N_("Cell"), .type = FIELD_TEXT, .width = 12, .since = 1,
	 .flags = F_DERIVED | F_LISTED, .help = N_("Likelihood by impact.")},
	{.name = "method", .label = N_("Method"), .type = FIELD_REF, .width = 10, .since = 1,
	 .flags = F_REQUIRED, .ref = &kind_risk_method, .help = N_("The method it belongs to.")},
	{.name = "likelihood", .label = N_("Likelihood"), .type = FIELD_INT, .width = 10, .since = 1,
	 .flags = F_REQUIRED | F_LISTED, .min = 1, .max = 5, .help = N_("Row of the matrix.")},
	{.name = "impact", .label = N_("Impact"), .type = FIELD_INT, .width = 6, .since = 1,
	 .flags = F_REQUIRED | F_LISTED, .min = 1, .max = 5, .help = N_("Column of the matrix.")},
	{.name = "level", .label = N_("Level"), .type = FIELD_INT, .width = 5, .since = 1,
	 .flags = F_REQUIRED | F_LISTED, .min = 1, .max = 5, .help = N_("The level it gives.")},
	{.name = "notes", .label = N_("Notes"), .type = FIELD_NOTE, .width = 30, .since = 1,
	 .flags = F_SEARCHED, .section = N_("Notes"), .help = N_("Anything else.")},
};

static const char *const cell_unique[] = {"method,likelihood,impact", NULL};

const struct kind kind_risk_matrix_cell = {
	.name = "risk_matrix_cell", .title = N_("Matrix cell"), .plural = N_("Matrix cells"),
	.prefix = "MC", .clause = "6.1.2", .number = 11, .group = GROUP_RISKS,
	.flags = KIND_DETAIL, .since = 1, .unique = cell_unique,
	.fields = cell_fields, .nfields = sizeof(cell_fields) / sizeof(*cell_fields),
	.help = N_("The level that each pair of likelihood and impact gives."),
};
