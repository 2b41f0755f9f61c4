/* Training and awareness (7.2, 7.3), and who has taken part with what effect. */
#include "config.h"

#include "isms/model/check.h"
#include "isms/model/kinds.h"
#include "isms/util/i18n.h"

static const struct choice training_kinds[] = {
	{"awareness", N_("Awareness"), STYLE_PLAIN, NULL},
	{"role training", N_("Role training"), STYLE_PLAIN, NULL},
	{"onboarding", N_("Onboarding"), STYLE_PLAIN, NULL},
	{"exercise", N_("Exercise"), STYLE_PLAIN, NULL},
	{"phishing test", N_("Phishing test"), STYLE_PLAIN, NULL},
	{NULL, NULL, STYLE_PLAIN, NULL},
};

static const struct field training_fields[] = {
	{.name = "title", .label = N_("Training"), .type = FIELD_TEXT, .width = 32, .since = 2,
	 .flags = F_REQUIRED | F_LISTED | F_SEARCHED, .help = N_("What is taught or exercised.")},
	{.name = "training_kind", .label = N_("Kind"), .type = FIELD_CHOICE, .width = 13,
	 .since = 2, .flags = F_REQUIRED | F_LISTED | F_SEARCHED, .choices = training_kinds,
	 .initial = "awareness", .help = N_("What sort of training it is.")},
	{.name = "for_all", .label = N_("For everybody"), .type = FIELD_BOOL, .width = 8,
	 .since = 2, .initial = "no",
	 .help = N_("Everybody who works here has to take part, whatever the role.")},
	{.name = "audience", .label = N_("Roles"), .type = FIELD_REFS, .width = 16, .since = 2,
	 .flags = F_LISTED, .ref = &kind_role, .help = N_("Roles whose holders have to take part.")},
	{.name = "owner", .label = N_("Owner"), .type = FIELD_REF, .width = 16, .since = 2,
	 .flags = F_LISTED, .ref = &kind_person, .help = N_("Who plans it and keeps it current.")},
	{.name = "trainer", .label = N_("Trainer"), .type = FIELD_TEXT, .width = 16, .since = 2,
	 .flags = F_SEARCHED, .help = N_("Who gives it, from the house or outside.")},
	{.name = "interval", .label = N_("Repeat every (months)"), .type = FIELD_INT, .width = 5,
	 .since = 2, .flags = F_LISTED, .min = 1, .max = 120,
	 .help = N_("After how many months it has to be taken again; empty for once.")},
	{.name = "pass_score", .label = N_("Passed from"), .type = FIELD_INT, .width = 4,
	 .since = 2, .min = 0, .max = 100, .help = N_("Score from which a test is passed.")},
	{.name = "description", .label = N_("Contents"), .type = FIELD_NOTE, .width = 30,
	 .since = 2, .flags = F_SEARCHED, .help = N_("What it is about.")},
	{.name = "effect_method", .label = N_("How the effect is judged"), .type = FIELD_NOTE,
	 .width = 30, .since = 2, .flags = F_SEARCHED,
	 .help = N_("How one sees afterwards that it helped (7.2 c): a test, watched work, fewer "
		    "clicks.")},
	{.name = "documents", .label = N_("Documents"), .type = FIELD_REFS, .width = 16, .since = 2,
	 .ref = &kind_document, .help = N_("Slides, texts and rules that it uses.")},
	{.name = "controls", .label = N_("Controls"), .type = FIELD_REFS, .width = 14, .since = 2,
	 .ref = &kind_control, .help = N_("Controls that people learn to carry out.")},
	{.name = "competences", .label = N_("Competences"), .type = FIELD_REFS, .width = 16,
	 .since = 2, .ref = &kind_competence, .help = N_("What people can do afterwards.")},
	{.name = "notes", .label = N_("Notes"), .type = FIELD_NOTE, .width = 30, .since = 2,
	 .flags = F_SEARCHED, .section = N_("Notes"), .help = N_("Anything else.")},
	{.name = "wanted", .label = N_("To be trained"), .type = FIELD_INT, .width = 6, .since = 2,
	 .flags = F_DERIVED, .section = N_("Derived"),
	 .help = N_("How many people it is for today: everybody here, the holders of its roles, "
		    "and whoever else was put down for it.")},
	{.name = "trained", .label = N_("Trained"), .type = FIELD_INT, .width = 6, .since = 2,
	 .flags = F_DERIVED,
	 .help = N_("How many of them have passed or attended within the interval.")},
	{.name = "quota", .label = N_("Quota %"), .type = FIELD_INT, .width = 5, .since = 2,
	 .flags = F_DERIVED | F_LISTED, .help = N_("Trained of those to be trained, in per cent.")},
	{.name = "untrained", .label = N_("Not trained"), .type = FIELD_NOTE, .width = 30, .since = 3,
	 .flags = F_DERIVED, .help = N_("Who of them has not, or has to do it again.")},
};

const struct kind kind_training = {
	.name = "training", .title = N_("Training"), .plural = N_("Trainings"), .prefix = "TRN",
	.clause = "7.2", .number = 58, .group = GROUP_SUPPORT, .since = 2,
	.fields = training_fields, .nfields = sizeof(training_fields) / sizeof(*training_fields),
	.help = N_("What is taught to whom and how often. Auditors look for new people, for those "
		   "who were away, and for whether it had an effect."),
};

static const struct choice results[] = {
	{"passed", N_("Passed"), STYLE_GOOD, NULL},
	{"failed", N_("Failed"), STYLE_BAD, NULL},
	{"attended", N_("Attended"), STYLE_GOOD, NULL},
	{"missed", N_("Missed"), STYLE_WARN, NULL},
	{NULL, NULL, STYLE_PLAIN, NULL},
};

static const struct choice effects[] = {
	{"open", N_("Not judged yet"), STYLE_DIM, NULL},
	{"effective", N_("Effective"), STYLE_GOOD, NULL},
	{"partly", N_("Partly effective"), STYLE_WARN, NULL},
	{"not effective", N_("Not effective"), STYLE_BAD, NULL},
	{NULL, NULL, STYLE_PLAIN, NULL},
};

static const struct field attendance_fields[] = {
	{.name = "title", .label = N_("Title"), .type = FIELD_TEXT, .width = 40, .since = 2,
	 .flags = F_DERIVED | F_LISTED, .help = N_("The person and the training.")},
	{.name = "training", .label = N_("Training"), .type = FIELD_REF, .width = 20, .since = 2,
	 .flags = F_REQUIRED, .ref = &kind_training, .help = N_("What was taken.")},
	{.name = "person", .label = N_("Person"), .type = FIELD_REF, .width = 18, .since = 2,
	 .flags = F_REQUIRED, .ref = &kind_person, .help = N_("Who takes part.")},
	{.name = "planned", .label = N_("Planned"), .type = FIELD_DATE, .width = 10, .since = 2,
	 .flags = F_LISTED, .help = N_("For when it is planned.")},
	{.name = "done_on", .label = N_("Done on"), .type = FIELD_DATE, .width = 10, .since = 2,
	 .flags = F_LISTED, .help = N_("When the person took part.")},
	{.name = "result", .label = N_("Result"), .type = FIELD_CHOICE, .width = 9, .since = 2,
	 .flags = F_LISTED | F_SEARCHED, .choices = results, .help = N_("How it went.")},
	{.name = "score", .label = N_("Score"), .type = FIELD_INT, .width = 5, .since = 2,
	 .min = 0, .max = 100, .help = N_("Points of the test, 0 to 100.")},
	{.name = "effect", .label = N_("Effect"), .type = FIELD_CHOICE, .width = 14, .since = 2,
	 .choices = effects, .initial = "open",
	 .help = N_("Whether it helped, seen some time later (7.2 c). Attendance alone is no "
		    "proof of competence.")},
	{.name = "effect_checked_on", .label = N_("Effect judged on"), .type = FIELD_DATE,
	 .width = 10, .since = 2, .help = N_("When the effect was judged.")},
	{.name = "notes", .label = N_("Notes"), .type = FIELD_NOTE, .width = 30, .since = 2,
	 .flags = F_SEARCHED, .section = N_("Notes"), .help = N_("Anything else.")},
	{.name = "next_due", .label = N_("Next due"), .type = FIELD_DATE, .width = 10, .since = 2,
	 .flags = F_DERIVED | F_LISTED,
	 .help = N_("When the training has to be taken again.")},
	{.name = "overdue", .label = N_("Overdue"), .type = FIELD_BOOL, .width = 7, .since = 2,
	 .flags = F_DERIVED | F_LISTED,
	 .help = N_("Planned and not taken, or due again; a later one of the same person makes "
		    "up for it.")},
};

static bool attendance_check(const struct rules *rules, const struct record *rec,
			     struct err *err)
{
	static const char *const took[] = {"passed", "failed", "attended"};
	size_t i;

	(void)rules;
	for (i = 0; i < sizeof(took) / sizeof(*took); i++)
		if (!check_needs(rec, "result", took[i], "done_on",
				 _("say on which day the person took part"), err))
			return false;
	return check_order(rec, "done_on", "effect_checked_on", err);
}

static const char *const attendance_unique[] = {"training,person,planned", NULL};

const struct kind kind_attendance = {
	.name = "attendance", .title = N_("Attendance"), .plural = N_("Attendances"),
	.prefix = "ATT", .clause = "7.2", .number = 59, .group = GROUP_SUPPORT,
	.flags = KIND_DETAIL, .since = 2, .unique = attendance_unique,
	.fields = attendance_fields,
	.nfields = sizeof(attendance_fields) / sizeof(*attendance_fields),
	.check = attendance_check,
	.help = N_("Who takes part in which training, with result and effect. Auditors compare "
		   "the list with the people they meet."),
};
