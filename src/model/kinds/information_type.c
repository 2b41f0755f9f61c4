/* Types of information by how much they need to be guarded (A.5.12, A.5.34). */
#include "config.h"

#include "isms/model/kinds.h"
#include "isms/util/i18n.h"

static const struct field fields[] = {
	{.name = "title", .label = N_("Type"), .type = FIELD_TEXT, .width = 30, .since = 2,
	 .flags = F_REQUIRED | F_LISTED | F_SEARCHED,
	 .help = N_("What people call this information.")},
	{.name = "sensitivity", .label = N_("Sensitivity"), .type = FIELD_INT, .width = 4,
	 .since = 2, .flags = F_REQUIRED | F_LISTED, .min = 1, .max = 4, .initial = "2",
	 .help = N_("1 public, 2 internal, 3 confidential, 4 strictly confidential.")},
	{.name = "personal", .label = N_("Personal data"), .type = FIELD_BOOL, .width = 8,
	 .since = 2, .flags = F_LISTED, .initial = "no",
	 .help = N_("It says something about a person who can be told by it.")},
	{.name = "special", .label = N_("Special category"), .type = FIELD_BOOL, .width = 8,
	 .since = 2, .initial = "no",
	 .help = N_("Health, belief, origin, union, sexual life, biometrics (GDPR, Art. 9), or "
		    "crimes (Art. 10).")},
	{.name = "legal_basis", .label = N_("Legal basis"), .type = FIELD_TEXT, .width = 24,
	 .since = 2, .flags = F_LISTED | F_SEARCHED,
	 .help = N_("What allows us to hold it: contract, law, consent, legitimate interest.")},
	{.name = "examples", .label = N_("Examples"), .type = FIELD_NOTE, .width = 30, .since = 2,
	 .flags = F_SEARCHED,
	 .help = N_("Fields, files and papers that hold it, so that people recognise it.")},
	{.name = "handling", .label = N_("Handling"), .type = FIELD_NOTE, .width = 30, .since = 2,
	 .flags = F_SEARCHED,
	 .help = N_("Rules of its own: where it may lie, who may see it, how it is sent.")},
	{.name = "retention", .label = N_("Kept for"), .type = FIELD_TEXT, .width = 14, .since = 2,
	 .flags = F_LISTED | F_SEARCHED, .help = N_("How long it is kept, and from when on.")},
	{.name = "owner", .label = N_("Owner"), .type = FIELD_REF, .width = 16, .since = 2,
	 .flags = F_LISTED, .ref = &kind_person, .help = N_("Who decides how it is handled.")},
	{.name = "notes", .label = N_("Notes"), .type = FIELD_NOTE, .width = 30, .since = 2,
	 .flags = F_SEARCHED, .section = N_("Notes"), .help = N_("Anything else.")},
	{.name = "processes", .label = N_("Processes"), .type = FIELD_INT, .width = 5, .since = 2,
	 .flags = F_DERIVED, .help = N_("How many processes handle it.")},
	{.name = "flows", .label = N_("Flows"), .type = FIELD_INT, .width = 5, .since = 2,
	 .flags = F_DERIVED, .help = N_("How many flows carry it.")},
};

const struct kind kind_information_type = {
	.name = "information_type", .title = N_("Information type"),
	.plural = N_("Information types"), .prefix = "IT", .clause = "A.5.12", .number = 25,
	.group = GROUP_ASSETS, .since = 2, .fields = fields,
	.nfields = sizeof(fields) / sizeof(*fields),
	.help = N_("The types of information that the organisation handles, such as addresses, "
		   "health data, designs, card numbers. They say what an asset or a process holds; "
		   "auditors ask how sensitive data is found."),
};
