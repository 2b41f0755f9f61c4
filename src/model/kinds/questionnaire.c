/*
 * Questionnaires of customers and others, their questions, and the library of
 * answers from which the next one is filled.
 */
#include "config.h"

#include "isms/model/check.h"
#include "isms/model/kinds.h"
#include "isms/util/i18n.h"

static const struct choice states[] = {
	{"received", N_("Received"), STYLE_PLAIN, NULL},
	{"in work", N_("In work"), STYLE_PLAIN, NULL},
	{"in review", N_("In review"), STYLE_PLAIN, NULL},
	{"sent", N_("Sent"), STYLE_GOOD, NULL},
	{"declined", N_("Declined"), STYLE_DIM, NULL},
	{NULL, NULL, STYLE_PLAIN, NULL},
};

static const struct move moves[] = {
	{"received", "in work", NULL}, {"in work", "in review", NULL},
	{"in review", "in work", NULL}, {"in review", "sent", "reviewed_by"},
	{"received", "declined", "reason"}, {"in work", "declined", "reason"},
	{NULL, NULL, NULL},
};

static const struct lifecycle life = {"status", moves};

static const struct field fields[] = {
	{.name = "title", .label = N_("Questionnaire"), .type = FIELD_TEXT, .width = 32, .since = 2,
	 .flags = F_REQUIRED | F_LISTED | F_SEARCHED, .help = N_("What it is called and when.")},
	{.name = "party", .label = N_("Party"), .type = FIELD_REF, .width = 16, .since = 2,
	 .flags = F_LISTED, .ref = &kind_interested_party,
	 .help = N_("The interested party that it comes from.")},
	{.name = "sender", .label = N_("From"), .type = FIELD_TEXT, .width = 20, .since = 2,
	 .flags = F_LISTED | F_SEARCHED, .help = N_("The customer's name and who asks there.")},
	{.name = "received_on", .label = N_("Received on"), .type = FIELD_DATE, .width = 10,
	 .since = 2, .initial = "today", .help = N_("When it came.")},
	{.name = "due", .label = N_("Due"), .type = FIELD_DATE, .width = 10, .since = 2,
	 .flags = F_LISTED, .help = N_("When the answers have to be back.")},
	{.name = "owner", .label = N_("Owner"), .type = FIELD_REF, .width = 16, .since = 2,
	 .flags = F_LISTED, .ref = &kind_person, .help = N_("Who brings the answers together.")},
	{.name = "status", .label = N_("Status"), .type = FIELD_CHOICE, .width = 9, .since = 2,
	 .flags = F_REQUIRED | F_LISTED, .choices = states, .initial = "received",
	 .help = N_("How far it is.")},
	{.name = "reviewed_by", .label = N_("Reviewed by"), .type = FIELD_REF, .width = 16,
	 .since = 2, .ref = &kind_person,
	 .help = N_("Who read the answers before they went out: they are promises.")},
	{.name = "sent_on", .label = N_("Sent on"), .type = FIELD_DATE, .width = 10, .since = 2,
	 .help = N_("When it went out.")},
	{.name = "outcome", .label = N_("Outcome"), .type = FIELD_NOTE, .width = 24, .since = 2,
	 .flags = F_SEARCHED, .help = N_("What the sender said to it.")},
	{.name = "reason", .label = N_("Reason"), .type = FIELD_NOTE, .width = 24, .since = 2,
	 .flags = F_SEARCHED, .help = N_("Why it was declined.")},
	{.name = "notes", .label = N_("Notes"), .type = FIELD_NOTE, .width = 30, .since = 2,
	 .flags = F_SEARCHED, .section = N_("Notes"), .help = N_("Anything else.")},
	{.name = "questions", .label = N_("Questions"), .type = FIELD_INT, .width = 5, .since = 2,
	 .flags = F_DERIVED, .help = N_("How many questions it has.")},
	{.name = "answered", .label = N_("Answered %"), .type = FIELD_INT, .width = 4, .since = 2,
	 .flags = F_DERIVED | F_LISTED,
	 .help = N_("How many of them have an answer, in per cent.")},
	{.name = "overdue", .label = N_("Overdue"), .type = FIELD_BOOL, .width = 7, .since = 2,
	 .flags = F_DERIVED, .help = N_("Not sent though its day has passed.")},
};

static bool questionnaire_check(const struct rules *rules, const struct record *rec,
				struct err *err)
{
	(void)rules;
	return check_order(rec, "received_on", "sent_on", err);
}

const struct kind kind_questionnaire = {
	.name = "questionnaire", .title = N_("Questionnaire"), .plural = N_("Questionnaires"),
	.prefix = "QN", .clause = "4.2", .number = 100, .group = GROUP_AUDITS, .since = 2,
	.fields = fields, .nfields = sizeof(fields) / sizeof(*fields), .life = &life,
	.check = questionnaire_check,
	.help = N_("Questionnaires on security that others send, from receipt to answer. What is "
		   "answered there has to agree with the Statement of Applicability."),
};

/* ---- Questions ----------------------------------------------------------- */

static const struct choice verdicts[] = {
	{"yes", N_("Yes"), STYLE_GOOD, NULL},
	{"partly", N_("Partly"), STYLE_WARN, NULL},
	{"no", N_("No"), STYLE_BAD, NULL},
	{"does not apply", N_("Does not apply"), STYLE_DIM, NULL},
	{NULL, NULL, STYLE_PLAIN, NULL},
};

static const struct choice question_states[] = {
	{"open", N_("Open"), STYLE_PLAIN, NULL},
	{"answered", N_("Answered"), STYLE_PLAIN, NULL},
	{"reviewed", N_("Reviewed"), STYLE_GOOD, NULL},
	{NULL, NULL, STYLE_PLAIN, NULL},
};

static const struct move question_moves[] = {
	{"open", "answered", NULL}, {"answered", "reviewed", NULL}, {"answered", "open", NULL},
	{"reviewed", "answered", NULL},
	{NULL, NULL, NULL},
};

static const struct lifecycle question_life = {"status", question_moves};

static const struct field question_fields[] = {
	{.name = "title", .label = N_("Question"), .type = FIELD_TEXT, .width = 40, .since = 2,
	 .flags = F_REQUIRED | F_LISTED | F_SEARCHED, .help = N_("The question as it is asked.")},
	{.name = "questionnaire", .label = N_("Questionnaire"), .type = FIELD_REF, .width = 20,
	 .since = 2, .flags = F_REQUIRED | F_LISTED, .ref = &kind_questionnaire,
	 .help = N_("Where it is asked.")},
	{.name = "number", .label = N_("Number"), .type = FIELD_TEXT, .width = 8, .since = 2,
	 .flags = F_LISTED | F_SEARCHED, .help = N_("How the sender counts it.")},
	{.name = "topic", .label = N_("Topic"), .type = FIELD_TEXT, .width = 16, .since = 2,
	 .flags = F_SEARCHED, .help = N_("The heading that it stands under.")},
	{.name = "controls", .label = N_("Controls"), .type = FIELD_REFS, .width = 14, .since = 2,
	 .ref = &kind_control, .help = N_("The controls that it is about.")},
	{.name = "library", .label = N_("Answer of the library"), .type = FIELD_REF, .width = 16,
	 .since = 2, .ref = &kind_answer, .help = N_("The answer that is used here.")},
	{.name = "verdict", .label = N_("Verdict"), .type = FIELD_CHOICE, .width = 14, .since = 2,
	 .flags = F_LISTED, .choices = verdicts,
	 .help = N_("The short answer. A partly that is explained is worth more than a yes that "
		    "does not hold.")},
	{.name = "reply", .label = N_("Reply"), .type = FIELD_NOTE, .width = 40, .since = 2,
	 .flags = F_SEARCHED,
	 .help = N_("What is answered; empty where the answer of the library stands as it is.")},
	{.name = "evidence", .label = N_("Evidence"), .type = FIELD_NOTE, .width = 24, .since = 2,
	 .flags = F_SEARCHED, .help = N_("What is enclosed or can be shown.")},
	{.name = "answered_by", .label = N_("Answered by"), .type = FIELD_REF, .width = 16,
	 .since = 2, .ref = &kind_person, .help = N_("Who knows it.")},
	{.name = "status", .label = N_("Status"), .type = FIELD_CHOICE, .width = 8, .since = 2,
	 .flags = F_REQUIRED | F_LISTED, .choices = question_states, .initial = "open",
	 .help = N_("How far it is.")},
	{.name = "notes", .label = N_("Notes"), .type = FIELD_NOTE, .width = 30, .since = 2,
	 .flags = F_SEARCHED, .section = N_("Notes"), .help = N_("Anything else.")},
};

static bool question_check(const struct rules *rules, const struct record *rec, struct err *err)
{
	(void)rules;
	if (check_is(rec, "status", "open") || check_has(rec, "library") ||
	    check_has(rec, "reply") || check_has(rec, "verdict"))
		return true;
	return err_field(err, kind_field(rec->kind, "reply"),
			 _("an answered question has a reply, a verdict or an answer of the "
			   "library"));
}

const struct kind kind_question = {
	.name = "question", .title = N_("Question"), .plural = N_("Questions"), .prefix = "Q",
	.clause = "4.2", .number = 101, .group = GROUP_AUDITS, .flags = KIND_DETAIL, .since = 2,
	.fields = question_fields,
	.nfields = sizeof(question_fields) / sizeof(*question_fields), .life = &question_life,
	.check = question_check,
	.help = N_("The questions of a questionnaire with reply, evidence and the answer of the "
		   "library that was used."),
};

/* ---- Library ------------------------------------------------------------- */

static const struct choice answer_states[] = {
	{"draft", N_("Draft"), STYLE_DIM, NULL},
	{"approved", N_("Approved"), STYLE_GOOD, NULL},
	{"withdrawn", N_("Withdrawn"), STYLE_DIM, NULL},
	{NULL, NULL, STYLE_PLAIN, NULL},
};

static const struct move answer_moves[] = {
	{"draft", "approved", "approved_by"}, {"approved", "draft", NULL},
	{"approved", "withdrawn", NULL}, {"withdrawn", "draft", NULL},
	{NULL, NULL, NULL},
};

static const struct lifecycle answer_life = {"status", answer_moves};

static const struct choice audiences[] = {
	{"anyone", N_("Anyone"), STYLE_PLAIN, NULL},
	{"customers", N_("Customers"), STYLE_PLAIN, NULL},
	{"under agreement", N_("Under agreement"), STYLE_WARN, NULL},
	{NULL, NULL, STYLE_PLAIN, NULL},
};

static const struct field answer_fields[] = {
	{.name = "title", .label = N_("Topic"), .type = FIELD_TEXT, .width = 34, .since = 2,
	 .flags = F_REQUIRED | F_LISTED | F_SEARCHED,
	 .help = N_("What is asked again and again, in a line.")},
	{.name = "reply", .label = N_("Answer"), .type = FIELD_NOTE, .width = 40, .since = 2,
	 .flags = F_REQUIRED | F_LISTED | F_SEARCHED,
	 .help = N_("The answer, true today and worded so that it can go out.")},
	{.name = "controls", .label = N_("Controls"), .type = FIELD_REFS, .width = 14, .since = 2,
	 .flags = F_LISTED, .ref = &kind_control, .help = N_("The controls that it is about.")},
	{.name = "evidence", .label = N_("Evidence"), .type = FIELD_NOTE, .width = 24, .since = 2,
	 .flags = F_SEARCHED, .help = N_("What can be enclosed or shown.")},
	{.name = "audience", .label = N_("Audience"), .type = FIELD_CHOICE, .width = 15,
	 .since = 2, .flags = F_REQUIRED, .choices = audiences, .initial = "customers",
	 .help = N_("Who may read it.")},
	{.name = "owner", .label = N_("Owner"), .type = FIELD_REF, .width = 16, .since = 2,
	 .flags = F_LISTED, .ref = &kind_person, .help = N_("Who keeps it true.")},
	{.name = "status", .label = N_("Status"), .type = FIELD_CHOICE, .width = 9, .since = 2,
	 .flags = F_REQUIRED | F_LISTED, .choices = answer_states, .initial = "draft",
	 .help = N_("Whether it may be used.")},
	{.name = "approved_by", .label = N_("Approved by"), .type = FIELD_REF, .width = 16,
	 .since = 2, .ref = &kind_person, .help = N_("Who lets it go out.")},
	{.name = "next_review", .label = N_("Next review"), .type = FIELD_DATE, .width = 10,
	 .since = 2, .flags = F_LISTED,
	 .help = N_("When somebody looks whether it is still true.")},
	{.name = "notes", .label = N_("Notes"), .type = FIELD_NOTE, .width = 30, .since = 2,
	 .flags = F_SEARCHED, .section = N_("Notes"), .help = N_("Anything else.")},
	{.name = "used", .label = N_("Used"), .type = FIELD_INT, .width = 5, .since = 2,
	 .flags = F_DERIVED, .help = N_("How many questions use it.")},
	{.name = "overdue", .label = N_("Overdue"), .type = FIELD_BOOL, .width = 7, .since = 2,
	 .flags = F_DERIVED, .help = N_("In use though the day of its review has passed.")},
};

const struct kind kind_answer = {
	.name = "answer", .title = N_("Answer"), .plural = N_("Answers"), .prefix = "ANS",
	.clause = "4.2", .number = 102, .group = GROUP_AUDITS, .since = 2,
	.fields = answer_fields, .nfields = sizeof(answer_fields) / sizeof(*answer_fields),
	.life = &answer_life,
	.help = N_("The library of answers to what customers ask again and again, with evidence "
		   "and the day until which each is true."),
};
