#include "config.h"

#include "isms/util/str.h"
#include "sample.h"

static void must_refuse(const char *from, const char *to, const char *says)
{
	struct err err = ERR_INIT;

	cr_expect_not(life_check(&sample, from, to, &err), "%s to %s", from, to);
	cr_expect_str_eq(err_msg(&err), says, "'%s'", err_msg(&err));
	cr_expect_eq(err.field, &sample_fields[STATUS]);
	cr_expect_eq(err.kind, ERR_INPUT);
	err_release(&err);
}

Test(life, state)
{
	static const struct kind without = {.name = "w", .fields = sample_fields, .nfields = 1};
	struct strv moves = STRV_INIT;

	cr_expect_eq(kind_state(&sample), &sample_fields[STATUS]);
	cr_expect_null(kind_state(&without));
	cr_expect(life_check(&without, "a", "b", NULL));
	life_moves(&without, "a", &moves);
	cr_expect_eq(moves.n, 0);
}

Test(life, allowed)
{
	cr_expect(life_check(&sample, "identified", "analysed", NULL));
	cr_expect(life_check(&sample, "in treatment", "analysed", NULL));
	cr_expect(life_check(&sample, "closed", "closed", NULL), "staying is no move");
	cr_expect(life_check(&sample, NULL, "closed", NULL), "an import brings what is");
	cr_expect(life_check(&sample, "closed", "void", NULL), "any state");
	cr_expect(life_check(&sample, "of a newer file", "void", NULL));
}

Test(life, refused_with_what_is_next)
{
	must_refuse(
		"identified", "closed",
		"a risk item cannot go from 'identified' to 'closed': next is analysed or void");
	must_refuse("in treatment", "identified",
		    "a risk item cannot go from 'in treatment' to 'identified': next is closed, "
		    "analysed or void");
	must_refuse("void", "closed",
		    "a risk item cannot go from 'void' to 'closed': it is the end");
	must_refuse("newer", "closed",
		    "a risk item cannot go from 'newer' to 'closed': next is void");
}

Test(life, moves)
{
	struct strv moves = STRV_INIT;

	life_moves(&sample, "in treatment", &moves);
	cr_assert_eq(moves.n, 3);
	cr_expect_str_eq(moves.v[0], "closed");
	cr_expect_str_eq(moves.v[1], "analysed");
	cr_expect_str_eq(moves.v[2], "void");
	strv_release(&moves);
	life_moves(&sample, "void", &moves);
	cr_expect_eq(moves.n, 0);
	strv_release(&moves);
}

/* Every state in which a record cannot begin without saying something more. */
static void what_states_ask_for(struct str *out)
{
	const struct choice *choice;
	const struct field *missing;
	struct record *rec;

	for (size_t i = 0; kinds[i]; i++) {
		if (!kinds[i]->life)
			continue;
		for (choice = kind_state(kinds[i])->choices; choice->key; choice++) {
			rec = record_new(kinds[i]);
			value_set_text(record_value(rec, kinds[i]->life->field), choice->key);
			missing = record_lacks(rec, NULL);
			if (missing)
				str_addf(out, "%s %s: %s\n", kinds[i]->name, choice->key, missing->name);
			record_free(&rec);
		}
	}
}

Test(life, what_a_record_that_begins_in_a_later_state_is_asked_for)
{
	/* a conformity is closed from the start; nothing else begins for nothing in a state
	 * that a move only reaches with a reason, a day, a name */
	static const char expected[] =
		"context_issue closed: conclusion\n"
		"scope_version approved: approver\n"
		"meeting held: held_on\n"
		"meeting minutes approved: minutes\n"
		"meeting cancelled: reason\n"
		"decision decided: decided_by\n"
		"decision carried out: done_on\n"
		"decision rejected: reason\n"
		"decision revoked: reason\n"
		"business_goal dropped: reason\n"
		"business_case approved: approver\n"
		"business_case rejected: reason\n"
		"benefit observed: observed_on\n"
		"benefit partly: observed_on\n"
		"benefit missed: observed_on\n"
		"concern answered: answer\n"
		"milestone done: done_on\n"
		"milestone cancelled: reason\n"
		"document_version approved: approved_by\n"
		"document_version published: valid_from\n"
		"document_version withdrawn: change_note\n"
		"supplier under watch: reason\n"
		"soa_version approved: approved_by\n"
		"risk_acceptance accepted: accepted_by\n"
		"risk_assessment in progress: started\n"
		"risk_assessment reported: report\n"
		"risk_assessment closed: approved_by\n"
		"risk_assessment cancelled: reason\n"
		"incident assessed: severity\n"
		"incident contained: contained\n"
		"incident resolved: resolved\n"
		"incident lessons learned: lessons\n"
		"incident closed: closed\n"
		"change assessed: consequences\n"
		"change approved: decided_by\n"
		"change rejected: decision\n"
		"change done: done_on\n"
		"change reviewed: review\n"
		"metric paused: reason\n"
		"metric ended: reason\n"
		"objective approved: approved_by\n"
		"objective evaluated: evaluation\n"
		"objective cancelled: reason\n"
		"audit_programme approved: approved_by\n"
		"audit_programme closed: evaluation\n"
		"audit reported: conclusion\n"
		"audit postponed: reason\n"
		"audit cancelled: reason\n"
		"nonconformity cause found: cause\n"
		"nonconformity action planned: corrective\n"
		"nonconformity action done: done_on\n"
		"nonconformity effect checked: effect_checked_on\n"
		"nonconformity closed: effect\n"
		"finding cause found: cause\n"
		"finding action planned: corrective\n"
		"finding action done: done_on\n"
		"finding effect checked: effect_checked_on\n"
		"answer approved: approved_by\n"
		"questionnaire sent: reviewed_by\n"
		"questionnaire declined: reason\n"
		"management_review held: held_on\n"
		"management_review minutes approved: approved_by\n"
		"improvement accepted: decided_by\n"
		"improvement rejected: reason\n"
		"improvement put off: reason\n"
		"improvement done: result\n"
		"certificate stage 1: stage_1_on\n"
		"certificate stage 2: stage_2_on\n"
		"certificate certified: decided_on\n"
		"certificate suspended: reason\n"
		"certificate withdrawn: reason\n"
		"cycle running: goals\n"
		"cycle closed: result\n"
		"action verified: verified_by\n"
		"action cancelled: reason\n"
		"remark answered: answer\n";
	struct str asked = STR_INIT;

	what_states_ask_for(&asked);
	cr_expect_str_eq(str_get(&asked), expected, "%s", str_get(&asked));
	str_release(&asked);
}
