/*
 * Events, weaknesses and incidents (A.5.24 to A.5.28), with the clocks of the
 * laws that ask for notices: GDPR article 33 (72 hours), NIS2 article 23 (early
 * warning 24 hours, notice 72 hours, final report a month after the notice).
 */
#include "config.h"

#include "isms/model/check.h"
#include "isms/model/kinds.h"
#include "isms/util/i18n.h"
#include "isms/util/str.h"

#include <string.h>

static const struct choice incident_kinds[] = {
	{"event", N_("Event"), STYLE_PLAIN, NULL},
	{"weakness", N_("Weakness"), STYLE_PLAIN, NULL},
	{"incident", N_("Incident"), STYLE_WARN, NULL},
	{NULL, NULL, STYLE_PLAIN, NULL},
};

static const struct choice properties[] = {
	{"C", N_("Confidentiality"), STYLE_PLAIN, NULL},
	{"I", N_("Integrity"), STYLE_PLAIN, NULL},
	{"A", N_("Availability"), STYLE_PLAIN, NULL},
	{NULL, NULL, STYLE_PLAIN, NULL},
};

static const struct choice states[] = {
	{"reported", N_("Reported"), STYLE_BAD, NULL},
	{"assessed", N_("Assessed"), STYLE_WARN, NULL},
	{"in response", N_("In response"), STYLE_BAD, NULL},
	{"contained", N_("Contained"), STYLE_WARN, NULL},
	{"resolved", N_("Resolved"), STYLE_PLAIN, NULL},
	{"lessons learned", N_("Lessons learned"), STYLE_GOOD, NULL},
	{"closed", N_("Closed"), STYLE_DIM, NULL},
	{NULL, NULL, STYLE_PLAIN, NULL},
};

static const struct move moves[] = {
	{"reported", "assessed", "severity"}, {"assessed", "in response", NULL},
	{"in response", "contained", "contained"}, {"contained", "resolved", "resolved"},
	{"resolved", "lessons learned", "lessons"}, {"lessons learned", "closed", "closed"},
	/* an event or a weakness may end here; see the check */
	{"assessed", "closed", "assessment"},
	/* it came back */
	{"contained", "in response", NULL}, {"resolved", "in response", NULL},
	{NULL, NULL, NULL},
};

static const struct lifecycle life = {"status", moves};

static const struct field fields[] = {
	{.name = "title", .label = N_("Incident"), .type = FIELD_TEXT, .width = 34, .since = 2,
	 .flags = F_REQUIRED | F_LISTED | F_SEARCHED, .help = N_("What happened, in a line.")},
	{.name = "incident_kind", .label = N_("Kind"), .type = FIELD_CHOICE, .width = 9,
	 .since = 2, .flags = F_REQUIRED | F_LISTED | F_SEARCHED, .choices = incident_kinds,
	 .initial = "event",
	 .help = N_("Event: something was seen. Weakness: it could happen. Incident: it did "
		    "harm or was about to.")},
	{.name = "status", .label = N_("Status"), .type = FIELD_CHOICE, .width = 15, .since = 2,
	 .flags = F_REQUIRED | F_LISTED | F_SEARCHED, .choices = states, .initial = "reported",
	 .help = N_("How far it is. What is only an event or a weakness may be closed once it is "
		    "assessed.")},
	{.name = "severity", .label = N_("Severity"), .type = FIELD_INT, .width = 3, .since = 2,
	 .flags = F_LISTED, .min = 1, .max = 4, .help = N_("1 little to 4 severe.")},
	{.name = "description", .label = N_("Description"), .type = FIELD_NOTE, .width = 30,
	 .since = 2, .flags = F_SEARCHED, .help = N_("What was seen, by whom, on what.")},
	{.name = "affects", .label = N_("Affects"), .type = FIELD_CHOICES, .width = 7, .since = 2,
	 .choices = properties,
	 .help = N_("Which properties suffered: confidentiality, integrity, availability.")},
	{.name = "reported_by", .label = N_("Reported by"), .type = FIELD_REF, .width = 16,
	 .since = 2, .ref = &kind_person, .help = N_("Who told us. Thank them.")},
	{.name = "owner", .label = N_("Handled by"), .type = FIELD_REF, .width = 16, .since = 2,
	 .flags = F_LISTED, .ref = &kind_person, .help = N_("Who leads the response.")},
	{.name = "assessment", .label = N_("Assessment"), .type = FIELD_NOTE, .width = 30,
	 .since = 2, .flags = F_SEARCHED,
	 .help = N_("Whether it is an incident and why (A.5.25); why it was closed as an event.")},

	{.name = "occurred", .label = N_("Occurred"), .type = FIELD_TIME, .width = 16, .since = 2,
	 .section = N_("Times (UTC)"), .help = N_("When it began, as far as is known.")},
	{.name = "detected", .label = N_("Detected"), .type = FIELD_TIME, .width = 16, .since = 2,
	 .flags = F_LISTED,
	 .help = N_("When we knew of it, in UTC. The clocks of the laws start here.")},
	{.name = "reported", .label = N_("Reported"), .type = FIELD_TIME, .width = 16, .since = 2,
	 .help = N_("When it reached those who handle it.")},
	{.name = "contained", .label = N_("Contained"), .type = FIELD_TIME, .width = 16,
	 .since = 2, .help = N_("When it stopped spreading.")},
	{.name = "resolved", .label = N_("Resolved"), .type = FIELD_TIME, .width = 16, .since = 2,
	 .help = N_("When work was normal again.")},
	{.name = "closed", .label = N_("Closed"), .type = FIELD_TIME, .width = 16, .since = 2,
	 .help = N_("When nothing was left to do.")},

	{.name = "personal_data", .label = N_("Personal data"), .type = FIELD_BOOL, .width = 8,
	 .since = 2, .section = N_("Personal data (GDPR articles 33 and 34)"),
	 .help = N_("Data about people was lost, changed or seen by those who may not.")},
	{.name = "gdpr_sent", .label = N_("Authority told"), .type = FIELD_TIME, .width = 16,
	 .since = 2, .help = N_("When the supervisory authority was told.")},
	{.name = "gdpr_no_notice", .label = N_("Why it was not told"), .type = FIELD_NOTE,
	 .width = 30, .since = 2, .flags = F_SEARCHED,
	 .help = N_("Why no risk to people is likely, so that no notice is owed; has to be "
		    "documented all the same.")},
	{.name = "people_told", .label = N_("People told"), .type = FIELD_TIME, .width = 16,
	 .since = 2, .help = N_("When those concerned were told, where their risk is high.")},

	{.name = "nis2_significant", .label = N_("Significant (NIS2)"), .type = FIELD_BOOL,
	 .width = 8, .since = 2, .section = N_("Significant incident (NIS2 article 23)"),
	 .help = N_("It disturbs the service severely or harms others considerably, and the "
		    "organisation falls under NIS2.")},
	{.name = "nis2_early_sent", .label = N_("Early warning sent"), .type = FIELD_TIME,
	 .width = 16, .since = 2, .help = N_("When the early warning was sent.")},
	{.name = "nis2_notice_sent", .label = N_("Notice sent"), .type = FIELD_TIME, .width = 16,
	 .since = 2, .help = N_("When the incident notice was sent.")},
	{.name = "nis2_final_sent", .label = N_("Final report sent"), .type = FIELD_TIME,
	 .width = 16, .since = 2, .help = N_("When the final report was sent.")},

	{.name = "assets", .label = N_("Assets"), .type = FIELD_REFS, .width = 16, .since = 2,
	 .ref = &kind_asset, .section = N_("What it touched"), .help = N_("What was hit.")},
	{.name = "risks", .label = N_("Risks"), .type = FIELD_REFS, .width = 14, .since = 2,
	 .ref = &kind_risk, .help = N_("Risks that came true, to be rated anew.")},
	{.name = "controls", .label = N_("Controls"), .type = FIELD_REFS, .width = 14, .since = 2,
	 .ref = &kind_control, .help = N_("Controls that failed or helped.")},
	{.name = "suppliers", .label = N_("Suppliers"), .type = FIELD_REFS, .width = 16,
	 .since = 2, .ref = &kind_supplier, .help = N_("Suppliers that were part of it.")},
	{.name = "evidence", .label = N_("Evidence"), .type = FIELD_REFS, .width = 16, .since = 2,
	 .ref = &kind_evidence, .help = N_("What was secured, and how (A.5.28).")},

	{.name = "timeline", .label = N_("Timeline"), .type = FIELD_NOTE, .width = 30, .since = 2,
	 .flags = F_SEARCHED, .section = N_("Response and learning"),
	 .help = N_("What happened and was done when, a line each.")},
	{.name = "response", .label = N_("Response"), .type = FIELD_NOTE, .width = 30, .since = 2,
	 .flags = F_SEARCHED, .help = N_("What was done to contain and to mend.")},
	{.name = "cause", .label = N_("Cause"), .type = FIELD_NOTE, .width = 30, .since = 2,
	 .flags = F_SEARCHED, .help = N_("What lay at the root of it, not who.")},
	{.name = "lessons", .label = N_("Lessons"), .type = FIELD_NOTE, .width = 30, .since = 2,
	 .flags = F_SEARCHED,
	 .help = N_("What is done differently now (A.5.27). Auditors follow one incident to the "
		    "action that came of it.")},
	{.name = "cost", .label = N_("Cost"), .type = FIELD_MONEY, .width = 12, .since = 2,
	 .min = 0, .max = 100000000000000L, .help = N_("What it cost, work included.")},
	{.name = "notes", .label = N_("Notes"), .type = FIELD_NOTE, .width = 30, .since = 2,
	 .flags = F_SEARCHED, .section = N_("Notes"), .help = N_("Anything else.")},

	{.name = "gdpr_due", .label = N_("Authority to be told by"), .type = FIELD_TIME,
	 .width = 16, .since = 2, .flags = F_DERIVED, .section = N_("Derived"),
	 .help = N_("72 hours after it was detected, where personal data is concerned.")},
	{.name = "nis2_early_due", .label = N_("Early warning by"), .type = FIELD_TIME,
	 .width = 16, .since = 2, .flags = F_DERIVED,
	 .help = N_("24 hours after it was detected, where it is significant.")},
	{.name = "nis2_notice_due", .label = N_("Notice by"), .type = FIELD_TIME, .width = 16,
	 .since = 2, .flags = F_DERIVED,
	 .help = N_("72 hours after it was detected, where it is significant.")},
	{.name = "nis2_final_due", .label = N_("Final report by"), .type = FIELD_TIME,
	 .width = 16, .since = 2, .flags = F_DERIVED,
	 .help = N_("A month after the notice was sent, or after it was detected as long as none "
		    "was.")},
	{.name = "next_due", .label = N_("Next notice by"), .type = FIELD_TIME, .width = 16,
	 .since = 2, .flags = F_DERIVED | F_LISTED,
	 .help = N_("The first of these that is still owed.")},
	{.name = "sent_late", .label = N_("Sent late"), .type = FIELD_BOOL, .width = 8, .since = 2,
	 .flags = F_DERIVED, .help = N_("A notice went out after its time.")},
	{.name = "days_open", .label = N_("Days open"), .type = FIELD_INT, .width = 5, .since = 2,
	 .flags = F_DERIVED,
	 .help = N_("Days from when it was reported to when it was closed, else to today.")},
	{.name = "hours_to_contain", .label = N_("Hours to contain"), .type = FIELD_INT,
	 .width = 6, .since = 2, .flags = F_DERIVED,
	 .help = N_("Full hours from detected to contained.")},
	{.name = "hours_to_resolve", .label = N_("Hours to resolve"), .type = FIELD_INT,
	 .width = 6, .since = 2, .flags = F_DERIVED,
	 .help = N_("Full hours from detected to resolved.")},
	{.name = "overdue", .label = N_("Overdue"), .type = FIELD_BOOL, .width = 7, .since = 2,
	 .flags = F_DERIVED | F_LISTED,
	 .help = N_("A notice that is owed was not sent and its day has passed.")},
};

/* TIME is text of fixed width, so that its order is that of the letters. */
static bool in_time(const struct record *rec, const char *first, const char *second,
		    struct err *err)
{
	const struct value *a = record_get(rec, first), *b = record_get(rec, second);
	const struct field *field = kind_field(rec->kind, second);

	if (!a->set || !b->set || strcmp(a->text, b->text) <= 0)
		return true;
	return err_field(err, field, _("%s is before %s"), _(field->label),
			 _(kind_field(rec->kind, first)->label));
}

static bool incident_check(const struct rules *rules, const struct record *rec, struct err *err)
{
	(void)rules;
	if (check_is(rec, "incident_kind", "incident") && check_is(rec, "status", "closed") &&
	    !check_has(rec, "lessons"))
		return err_field(err, kind_field(rec->kind, "lessons"),
				 _("an incident is closed once its lessons are written down"));
	return in_time(rec, "occurred", "detected", err) &&
	       in_time(rec, "detected", "contained", err) &&
	       in_time(rec, "detected", "resolved", err) &&
	       in_time(rec, "contained", "resolved", err) &&
	       in_time(rec, "resolved", "closed", err);
}

const struct kind kind_incident = {
	.name = "incident", .title = N_("Incident"), .plural = N_("Incidents"), .prefix = "INC",
	.clause = "A.5.24", .number = 65, .group = GROUP_SUPPORT, .since = 2, .life = &life,
	.fields = fields, .nfields = sizeof(fields) / sizeof(*fields), .check = incident_check,
	.help = N_("What was reported, how it was judged, handled and learned from, and whether "
		   "authorities were told in time. An empty register is not believed."),
};
