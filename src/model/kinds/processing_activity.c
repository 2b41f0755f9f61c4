/* The record of processing activities (GDPR article 30, A.5.34). */
#include "config.h"

#include "isms/model/kinds.h"
#include "isms/util/i18n.h"

static const struct choice roles[] = {
	{"controller", N_("Controller"), STYLE_PLAIN, NULL},
	{"joint", N_("Joint controller"), STYLE_PLAIN, NULL},
	{"processor", N_("Processor"), STYLE_PLAIN, NULL},
	{NULL, NULL, STYLE_PLAIN, NULL},
};

static const struct choice bases[] = {
	{"consent", N_("Consent"), STYLE_PLAIN, NULL},
	{"contract", N_("Contract"), STYLE_PLAIN, NULL},
	{"legal obligation", N_("Legal obligation"), STYLE_PLAIN, NULL},
	{"vital interests", N_("Vital interests"), STYLE_PLAIN, NULL},
	{"public task", N_("Public task"), STYLE_PLAIN, NULL},
	{"legitimate interests", N_("Legitimate interests"), STYLE_PLAIN, NULL},
	{NULL, NULL, STYLE_PLAIN, NULL},
};

static const struct choice dpia[] = {
	{"undecided", N_("Undecided"), STYLE_WARN, NULL},
	{"not needed", N_("Not needed"), STYLE_DIM, NULL},
	{"needed", N_("Needed"), STYLE_BAD, NULL},
	{"done", N_("Done"), STYLE_GOOD, NULL},
	{NULL, NULL, STYLE_PLAIN, NULL},
};

static const struct choice states[] = {
	{"planned", N_("Planned"), STYLE_DIM, NULL},
	{"running", N_("Running"), STYLE_GOOD, NULL},
	{"ended", N_("Ended"), STYLE_DIM, NULL},
	{NULL, NULL, STYLE_PLAIN, NULL},
};

static const struct field fields[] = {
	{.name = "title", .label = N_("Processing activity"), .type = FIELD_TEXT, .width = 30,
	 .since = 2, .flags = F_REQUIRED | F_LISTED | F_SEARCHED,
	 .help = N_("What is done with data about people, in a few words.")},
	{.name = "gdpr_role", .label = N_("Role"), .type = FIELD_CHOICE, .width = 10, .since = 2,
	 .flags = F_REQUIRED | F_LISTED | F_SEARCHED, .choices = roles, .initial = "controller",
	 .help = N_("Whether the organisation decides itself, with others, or works on behalf "
		    "of somebody.")},
	{.name = "on_behalf_of", .label = N_("On behalf of"), .type = FIELD_TEXT, .width = 20,
	 .since = 2, .flags = F_SEARCHED,
	 .help = N_("Name and contact of the controller, or of the joint ones (article 30).")},
	{.name = "owner", .label = N_("Owner"), .type = FIELD_REF, .width = 16, .since = 2,
	 .flags = F_LISTED, .ref = &kind_person, .help = N_("Who answers for it in the house.")},
	{.name = "status", .label = N_("Status"), .type = FIELD_CHOICE, .width = 8, .since = 2,
	 .flags = F_REQUIRED | F_LISTED, .choices = states, .initial = "running",
	 .help = N_("Whether it is done.")},
	{.name = "purpose", .label = N_("Purpose"), .type = FIELD_NOTE, .width = 30, .since = 2,
	 .flags = F_SEARCHED, .help = N_("What for. Each purpose is an activity of its own.")},
	{.name = "legal_basis", .label = N_("Legal basis"), .type = FIELD_CHOICES, .width = 14,
	 .since = 2, .flags = F_LISTED, .choices = bases,
	 .help = N_("What allows it (article 6).")},
	{.name = "basis_text", .label = N_("Basis in words"), .type = FIELD_NOTE, .width = 30,
	 .since = 2, .flags = F_SEARCHED,
	 .help = N_("Law and article, contract, or the interests and how they were weighed.")},

	{.name = "data_subjects", .label = N_("Whose data"), .type = FIELD_NOTE, .width = 24,
	 .since = 2, .flags = F_SEARCHED, .section = N_("Data"),
	 .help = N_("Groups of people: staff, customers' contacts, visitors.")},
	{.name = "data_categories", .label = N_("Which data"), .type = FIELD_NOTE, .width = 24,
	 .since = 2, .flags = F_SEARCHED, .help = N_("Names, addresses, readings, accounts.")},
	{.name = "information_types", .label = N_("Information types"), .type = FIELD_REFS,
	 .width = 16, .since = 2, .ref = &kind_information_type,
	 .help = N_("The same by the register of information types.")},
	{.name = "special_categories", .label = N_("Special categories"), .type = FIELD_BOOL,
	 .width = 8, .since = 2, .initial = "no",
	 .help = N_("Health, belief, biometrics and the like (article 9).")},
	{.name = "retention", .label = N_("Kept for"), .type = FIELD_NOTE, .width = 24, .since = 2,
	 .flags = F_SEARCHED, .help = N_("When what is deleted, and by what.")},
	{.name = "assets", .label = N_("Systems"), .type = FIELD_REFS, .width = 16, .since = 2,
	 .ref = &kind_asset, .help = N_("Where it is kept and handled, paper files too.")},
	{.name = "processes", .label = N_("Processes"), .type = FIELD_REFS, .width = 16, .since = 2,
	 .ref = &kind_process, .help = N_("The processes that it belongs to.")},

	{.name = "recipients", .label = N_("Recipients"), .type = FIELD_NOTE, .width = 24,
	 .since = 2, .flags = F_SEARCHED, .section = N_("Who else gets it"),
	 .help = N_("Who else gets the data, within and outside.")},
	{.name = "processors", .label = N_("Processors"), .type = FIELD_REFS, .width = 16,
	 .since = 2, .ref = &kind_supplier,
	 .help = N_("Suppliers that handle it for us; each needs a contract (article 28).")},
	{.name = "third_country", .label = N_("Third country"), .type = FIELD_TEXT, .width = 14,
	 .since = 2, .flags = F_SEARCHED,
	 .help = N_("Countries outside the EEA that it goes to; empty for none.")},
	{.name = "safeguard", .label = N_("Safeguard"), .type = FIELD_NOTE, .width = 24,
	 .since = 2, .flags = F_SEARCHED,
	 .help = N_("What allows the transfer: decision on adequacy, standard clauses "
		    "(articles 44 to 49).")},

	{.name = "measures", .label = N_("Measures"), .type = FIELD_NOTE, .width = 30, .since = 2,
	 .flags = F_SEARCHED, .section = N_("Protection"),
	 .help = N_("How it is protected (article 32), in words.")},
	{.name = "controls", .label = N_("Controls"), .type = FIELD_REFS, .width = 14, .since = 2,
	 .ref = &kind_control, .help = N_("The same by the register of controls.")},
	{.name = "dpia", .label = N_("Impact assessment"), .type = FIELD_CHOICE, .width = 10,
	 .since = 2, .flags = F_REQUIRED | F_LISTED, .choices = dpia, .initial = "undecided",
	 .help = N_("Whether a data protection impact assessment is needed (article 35), and "
		    "done.")},
	{.name = "dpia_reason", .label = N_("Reason or result"), .type = FIELD_NOTE, .width = 30,
	 .since = 2, .flags = F_SEARCHED,
	 .help = N_("Why none is needed, or what it came to and where it is.")},
	{.name = "dpo_consulted", .label = N_("Officer consulted on"), .type = FIELD_DATE,
	 .width = 10, .since = 2,
	 .help = N_("When the data protection officer gave advice.")},
	{.name = "next_review", .label = N_("Next review"), .type = FIELD_DATE, .width = 10,
	 .since = 2, .help = N_("When the entry is looked at again.")},
	{.name = "notes", .label = N_("Notes"), .type = FIELD_NOTE, .width = 30, .since = 2,
	 .flags = F_SEARCHED, .section = N_("Notes"), .help = N_("Anything else.")},
	{.name = "overdue", .label = N_("Overdue"), .type = FIELD_BOOL, .width = 7, .since = 2,
	 .flags = F_DERIVED, .help = N_("Its review is due.")},
};

const struct kind kind_processing_activity = {
	.name = "processing_activity", .title = N_("Processing activity"),
	.plural = N_("Processing activities"), .prefix = "PA", .clause = "A.5.34", .number = 61,
	.group = GROUP_ASSETS, .since = 2,
	.fields = fields, .nfields = sizeof(fields) / sizeof(*fields),
	.help = N_("What is done with data about people: purpose, basis, whose data, who gets it, "
		   "how long it is kept. The supervisory authority may ask for this list."),
};
