/* What is decided about a risk, and who accepts what remains. */
#include "config.h"

#include "isms/model/kinds.h"
#include "isms/model/record.h"
#include "isms/util/i18n.h"
#include "isms/util/str.h"

static const struct field treatment_fields[] = {
	{.name = "title", .label = N_("Title"), .type = FIELD_TEXT, .width = 30, .since = 1,
	 .flags = F_LISTED | F_SEARCHED,
	 .help = N_("A line that tells this decision from others of the same risk; may be empty.")},
	{.name = "risk", .label = N_("Risk"), .type = FIELD_REF, .width = 24, .since = 1,
	 .flags = F_REQUIRED | F_LISTED, .ref = &kind_risk, .help = N_("The risk that is treated.")},
	{.name = "option", .label = N_("Option"), .type = FIELD_CHOICE, .width = 10, .since = 1,
	 .flags = F_REQUIRED | F_LISTED | F_SEARCHED, .choices = treatment_options,
	 .help = N_("What is done: a risk may have several treatments with different options.")},
	{.name = "reason", .label = N_("Reason"), .type = FIELD_NOTE, .width = 30, .since = 1,
	 .flags = F_LISTED | F_SEARCHED, .help = N_("Why this option and not another.")},
	{.name = "partner", .label = N_("Partner"), .type = FIELD_TEXT, .width = 20, .since = 1,
	 .flags = F_SEARCHED,
	 .help = N_("With whom the risk is shared: insurer and policy, supplier and contract.")},
	{.name = "supplier", .label = N_("Shared with"), .type = FIELD_REF, .width = 18, .since = 2,
	 .ref = &kind_supplier, .help = N_("The same by the register of suppliers.")},
	{.name = "cover", .label = N_("Cover"), .type = FIELD_MONEY, .width = 12, .since = 2,
	 .min = 0, .max = 100000000000000L, .help = N_("What an insurance or contract pays at "
						       "the most.")},
	{.name = "cover_to", .label = N_("Cover to"), .type = FIELD_DATE, .width = 10, .since = 2,
	 .help = N_("When the policy or contract ends.")},
	{.name = "cost", .label = N_("Cost"), .type = FIELD_MONEY, .width = 12, .since = 1,
	 .flags = F_LISTED, .min = 0, .max = 100000000000000L, .help = N_("What it costs.")},
	{.name = "decided_on", .label = N_("Decided on"), .type = FIELD_DATE, .width = 10,
	 .since = 1, .flags = F_LISTED, .initial = "today", .help = N_("The day of the decision.")},
	{.name = "decided_by", .label = N_("Decided by"), .type = FIELD_REF, .width = 16,
	 .since = 1, .ref = &kind_person, .help = N_("Who decided; as a rule the risk owner.")},
	{.name = "notes", .label = N_("Notes"), .type = FIELD_NOTE, .width = 30, .since = 1,
	 .flags = F_SEARCHED, .section = N_("Notes"), .help = N_("Anything else.")},
};

static bool treatment_check(const struct rules *rules, const struct record *rec,
			    struct err *err)
{
	const struct value *option = record_get(rec, "option");
	const bool shared = record_get(rec, "partner")->set || record_get(rec, "supplier")->nrefs;
	bool ok = true;

	(void)rules;
	if (option->set && str_equal(option->text, "share") && !shared)
		ok = err_field(err, kind_field(rec->kind, "partner"),
			       _("a shared risk needs the partner it is shared with"));
	return ok;
}

const struct kind kind_treatment = {
	.name = "treatment", .title = N_("Treatment"), .plural = N_("Treatments"), .prefix = "TR",
	.clause = "6.1.3", .number = 13, .group = GROUP_RISKS, .since = 1,
	.fields = treatment_fields, .nfields = sizeof(treatment_fields) / sizeof(*treatment_fields),
	.check = treatment_check,
	.help = N_("The options chosen for each risk, with reason and cost. Auditors ask why this "
		   "and not another."),
};

static const struct choice acceptance_states[] = {
	{"proposed", N_("Proposed"), STYLE_PLAIN, NULL},
	{"accepted", N_("Accepted"), STYLE_GOOD, NULL},
	{"rejected", N_("Rejected"), STYLE_BAD, NULL},
	{"expired", N_("Expired"), STYLE_WARN, NULL},
	{"revoked", N_("Revoked"), STYLE_DIM, NULL},
	{NULL, NULL, STYLE_PLAIN, NULL},
};

static const struct move acceptance_moves[] = {
	{"proposed", "accepted", "accepted_by"}, {"proposed", "rejected", NULL},
	{"accepted", "expired", NULL}, {"accepted", "revoked", NULL},
	{NULL, NULL, NULL},
};

static const struct lifecycle acceptance_life = {"status", acceptance_moves};

static const struct field acceptance_fields[] = {
	{.name = "title", .label = N_("Title"), .type = FIELD_TEXT, .width = 30, .since = 1,
	 .flags = F_LISTED | F_SEARCHED, .help = N_("What is accepted, in a line; may be empty.")},
	{.name = "risk", .label = N_("Risk"), .type = FIELD_REF, .width = 24, .since = 1,
	 .flags = F_REQUIRED | F_LISTED, .ref = &kind_risk, .help = N_("The risk that is accepted.")},
	{.name = "level", .label = N_("Level"), .type = FIELD_SCALE, .width = 9, .since = 1,
	 .flags = F_REQUIRED | F_LISTED, .scale = SCALE_LEVEL,
	 .help = N_("The level at which it is accepted; a higher one needs a new acceptance.")},
	{.name = "justification", .label = N_("Justification"), .type = FIELD_NOTE, .width = 30,
	 .since = 1, .flags = F_REQUIRED | F_SEARCHED,
	 .help = N_("Why it is borne: the cost of treating it against the loss, what else.")},
	{.name = "accepted_by", .label = N_("Accepted by"), .type = FIELD_REF, .width = 16,
	 .since = 1, .flags = F_LISTED, .ref = &kind_person,
	 .help = N_("The risk owner (6.1.3 f); auditors compare the names.")},
	{.name = "accepted_on", .label = N_("Accepted on"), .type = FIELD_DATE, .width = 10,
	 .since = 1, .flags = F_LISTED, .help = N_("The day it was accepted.")},
	{.name = "expires", .label = N_("Expires"), .type = FIELD_DATE, .width = 10, .since = 1,
	 .flags = F_LISTED, .help = N_("When it must be looked at again.")},
	{.name = "status", .label = N_("Status"), .type = FIELD_CHOICE, .width = 9, .since = 1,
	 .flags = F_REQUIRED | F_LISTED | F_SEARCHED, .choices = acceptance_states,
	 .initial = "proposed", .help = N_("Whether it stands.")},
	{.name = "notes", .label = N_("Notes"), .type = FIELD_NOTE, .width = 30, .since = 1,
	 .flags = F_SEARCHED, .section = N_("Notes"), .help = N_("Anything else.")},
	{.name = "overdue", .label = N_("Overdue"), .type = FIELD_BOOL, .width = 7, .since = 1,
	 .flags = F_DERIVED, .help = N_("It stands as accepted though its day has passed.")},
};

const struct kind kind_risk_acceptance = {
	.name = "risk_acceptance", .title = N_("Risk acceptance"),
	.plural = N_("Risk acceptances"), .prefix = "RA", .clause = "6.1.3", .number = 14,
	.group = GROUP_RISKS, .since = 1, .life = &acceptance_life,
	.fields = acceptance_fields,
	.nfields = sizeof(acceptance_fields) / sizeof(*acceptance_fields),
	.help = N_("Who accepted which risk, at which level and until when. Auditors look for "
		   "risks that are borne without one."),
};
