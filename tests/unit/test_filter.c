#include "config.h"

#include "isms/model/filter.h"

#include <stdlib.h>

#include "isms/model/kinds.h"
#include "isms/util/str.h"
#include "sample.h"

static struct rules rules;

static void start(void)
{
	sample_rules(&rules);
}

static void stop(void)
{
	method_release(&rules.method);
}

TestSuite(filter, .init = start, .fini = stop);

static void write_leaf(const struct filter *f, struct str *out)
{
	static const char *const signs[] = {
		[FILTER_EMPTY] = " empty", [FILTER_HAS] = ":", [FILTER_EQ] = "=",
		[FILTER_NE] = "!=",	   [FILTER_LT] = "<",  [FILTER_LE] = "<=",
		[FILTER_GT] = ">",	   [FILTER_GE] = ">=", [FILTER_MATCH] = "~",
	};

	cr_assert(f->field || f->code);
	str_addf(out, "%s%s", f->code ? "code" : f->field->name, signs[f->op]);
	if (f->op == FILTER_EMPTY)
		return;
	if (f->value.set && f->value.text)
		str_addf(out, "{%s}", f->value.text);
	else if (f->value.set)
		str_addf(out, "{%lld}", f->value.num);
	else
		str_addf(out, "'%s'", f->text);
}

/* The tree as text: & | ! over leaves, all in parentheses. */
static void write_tree(const struct filter *f, struct str *out)
{
	switch (f->op) {
	case FILTER_AND:
	case FILTER_OR:
		str_addc(out, '(');
		write_tree(f->left, out);
		str_add(out, f->op == FILTER_AND ? " & " : " | ");
		write_tree(f->right, out);
		str_addc(out, ')');
		break;
	case FILTER_NOT:
		cr_assert_null(f->right);
		str_addc(out, '!');
		write_tree(f->left, out);
		break;
	case FILTER_WORDS:
		str_addf(out, "'%s'", f->text);
		break;
	case FILTER_PATTERN:
		str_addf(out, "~'%s'", f->text);
		break;
	case FILTER_LINK:
		cr_assert_null(f->right);
		str_addf(out, "%s>%s[", f->field ? f->field->name : "", f->kind->name);
		if (f->left)
			write_tree(f->left, out);
		str_addc(out, ']');
		break;
	default:
		write_leaf(f, out);
	}
}

static void must_read_of(const struct kind *kind, const char *text, const char *tree)
{
	struct filter *filter = NULL;
	struct err err = ERR_INIT;
	struct str got = STR_INIT;

	cr_expect(filter_parse(&rules, kind, text, &filter, &err), "%s: %s", text,
		  err_msg(&err));
	if (filter)
		write_tree(filter, &got);
	cr_expect_str_eq(str_get(&got), tree, "%s is %s, not %s", text, str_get(&got), tree);
	filter_free(&filter);
	filter_free(&filter);
	str_release(&got);
	err_release(&err);
}

static void must_read(const char *text, const char *tree)
{
	must_read_of(&sample, text, tree);
}

static void must_refuse_of(const struct kind *kind, const char *text, const char *says)
{
	struct filter *filter = NULL;
	struct err err = ERR_INIT;

	cr_expect_not(filter_parse(&rules, kind, text, &filter, &err), "%s", text);
	cr_expect_null(filter);
	cr_expect_eq(err.kind, ERR_USAGE);
	cr_expect(!says || !strcmp(err_msg(&err), says), "%s: '%s'", text, err_msg(&err));
	/* the place that the message names is that of the cursor */
	says = strstr(err_msg(&err), "at character ");
	cr_expect(!says || atoi(says + strlen("at character ")) == err.place, "%s: %d: %s", text,
		  err.place, err_msg(&err));
	filter_free(&filter);
	err_release(&err);
}

static void must_refuse(const char *text, const char *says)
{
	must_refuse_of(&sample, text, says);
}

Test(filter, words)
{
	must_read("", "");
	must_read(" \t ", "");
	must_read("laptop", "'laptop'");
	must_read("lost laptop", "('lost' & 'laptop')");
	must_read("a b c", "(('a' & 'b') & 'c')");
	must_read("\"two words\"", "'two words'");
	must_read("\" spaced \"", "'spaced'");
	must_read("\"a\"b", "('a' & 'b')");
	must_read("5\" disk", "('5\"' & 'disk')");
	must_read("\"say \\\"hi\\\" in C:\\\\x\\y\"", "'say \"hi\" in C:\\x\\y'");
	must_read("häßlich 漢字", "('häßlich' & '漢字')");
	must_read("foo(bar)", "'foo(bar)'");
	must_read("a-b hello!", "('a-b' & 'hello!')");
}

Test(filter, what_looks_like_a_field_but_is_none)
{
	must_read("12:30", "'12:30'");
	must_read("http://x.y:80/z?a=b", "'http://x.y:80/z?a=b'");
	must_read("C:\\Users", "'C:\\Users'");
	must_read("std::sort", "'std::sort'");
	must_read("a->b", "'a->b'");
	must_read("A.5.1:2022", "'A.5.1:2022'");
	must_read(":x", "':x'");
	must_read("x@y.z", "'x@y.z'");
	must_read("\"ownr:x\"", "'ownr:x'");
	must_read("file~ a~b", "('file~' & 'a~b')");
	must_read("title:/srv/x", "title:'/srv/x'");
	must_read("title:http://x", "title:'http://x'");
}

Test(filter, and_or_not)
{
	must_read("a and b", "('a' & 'b')");
	must_read("a AND b", "('a' & 'b')");
	must_read("a or b", "('a' | 'b')");
	must_read("a OR b c", "('a' | ('b' & 'c'))");
	must_read("a b or c d or e", "((('a' & 'b') | ('c' & 'd')) | 'e')");
	must_read("(a or b) c", "(('a' | 'b') & 'c')");
	must_read("a(or)b", "'a(or)b'");
	must_read("((a))", "'a'");
	must_read("(a)(b)", "('a' & 'b')");
	must_read("(foo(bar) b)", "('foo(bar)' & 'b')");
	must_read("!a", "!'a'");
	must_read("!!a", "!!'a'");
	must_read("! a b", "(!'a' & 'b')");
	must_read("!(a b)", "!('a' & 'b')");
	must_read("!owner:novak", "!owner:'novak'");
	must_read("(a or(b))", "('a' | 'b')");
	must_read("order android", "('order' & 'android')");
	must_read("\"or\" x \"and\"", "(('or' & 'x') & 'and')");
}

Test(filter, conditions_on_text_and_references)
{
	must_read("owner:novak", "owner:'novak'");
	must_read("OWNER:novak", "owner:'novak'");
	must_read("owner=\"Novak, Anna\"", "owner='Novak, Anna'");
	must_read("title:\"two words\" x", "(title:'two words' & 'x')");
	must_read("links:A.8.1", "links:'A.8.1'");
	must_read("title!=x", "title!='x'");
	must_read("title<m code>=R-0100", "(title<'m' & code>='R-0100')");
	must_read("code:R-01", "code:'R-01'");
	must_read("code=R-0001", "code='R-0001'");
	must_read("Code!=R-0001", "code!='R-0001'");
	must_read("treatment-option:share", "option:{share}");
	must_read("treatment_option:share", "option:{share}");
	must_read("(owner:novak)", "owner:'novak'");
	must_read("title:f(x) y", "(title:'f(x)' & 'y')");
}

Test(filter, empty_fields)
{
	must_read("owner:", "owner empty");
	must_read("owner: novak", "(owner empty & 'novak')");
	must_read("!owner:", "!owner empty");
	must_read("(owner:)", "owner empty");
	must_read("owner:\"\"", "owner empty");
	must_read("owner=\"\"", "owner empty");
	must_read("owner!=\"\"", "!owner empty");
	must_read("due: or cost:", "(due empty | cost empty)");
	must_read("cost:\" \"", "cost empty");
}

Test(filter, conditions_on_what_has_an_order)
{
	must_read("level>=high", "level>={4}");
	must_read("level >= \"very high\"", "level>={5}");
	must_read("level<3", "level<{3}");
	must_read("likelihood=almost-certain", "likelihood={5}");
	must_read("progress>50 progress<=200", "(progress>{50} & progress<={200})");
	must_read("even=3", "even={3}");
	must_read("cost>1000,50", "cost>{100050}");
	must_read("cost!=0", "cost!={0}");
	must_read("due<today", "due<{20516}");
	must_read("due<+2w", "due<{20530}");
	must_read("due = 2026-03-04", "due={20516}");
	must_read("due:2026-03-04", "due:{20516}");
	must_read("due>\"5 Mar 2026\"", "due>{20517}");
	must_read("a level > low", "('a' & level>{2})");
}

Test(filter, conditions_on_choices)
{
	must_read("option:Transfer", "option:{share}");
	must_read("status=in-treatment", "status={in treatment}");
	must_read("status!=closed", "status!={closed}");
	must_read("options:share", "options:{share}");
	must_read("options=\"share;modify\"", "options={modify;share}");
	must_read("tag:elsewhere", "tag:{elsewhere}");
	must_read("tag:On-site", "tag:{on_site}");
	must_read("status>=analysed", "status>={analysed}");
	must_read("personal:yes", "personal:{1}");
	must_read("overdue=no", "overdue={0}");
}

Test(filter, a_day_asked_of_a_time_is_from_midnight_to_midnight)
{
	must_read("at>=\"2026-03-04 12:00\"", "at>={2026-03-04T12:00}");
	must_read("at:2026-03-04T12:00", "at:{2026-03-04T12:00}");
	must_read("at:today", "(at>={2026-03-04T00:00} & at<{2026-03-05T00:00})");
	must_read("at=today", "(at>={2026-03-04T00:00} & at<{2026-03-05T00:00})");
	must_read("at!=today", "!(at>={2026-03-04T00:00} & at<{2026-03-05T00:00})");
	must_read("at<today", "at<{2026-03-04T00:00}");
	must_read("at<=today", "at<{2026-03-05T00:00}");
	must_read("at>today", "at>={2026-03-05T00:00}");
	must_read("at>=today", "at>={2026-03-04T00:00}");
	must_read("at<=9999-12-31", "at<{9999-12-31T24:00}");
}

Test(filter, fields_that_are_not_known)
{
	must_refuse("ownr:novak", "no field 'ownr' at character 1; did you mean 'owner'?");
	must_refuse("ä levle>=high", "no field 'levle' at character 3; did you mean 'level'?");
	must_refuse("levle >= high", "no field 'levle' at character 1; did you mean 'level'?");
	must_refuse("prog>5", "no field 'prog' at character 1; did you mean 'progress'?");
	must_refuse("cde:1", "no field 'cde' at character 1; did you mean 'code'?");
	must_refuse("xyzzy:1",
		    "no field 'xyzzy' at character 1; fields are code, title, owner…");
	must_refuse("mailto:a@b", NULL);
	must_refuse("note:", NULL);
	must_refuse("x = y", NULL);
}

Test(filter, values_that_are_not_of_the_field)
{
	must_refuse("a level>=awful",
		    "at character 10: 'awful' is not a level: 1 very low … 5 very high");
	must_refuse("progress>x", "at character 10: progress must be a whole number, not 'x'");
	must_refuse("due<03/04/2026", NULL);
	must_refuse("at<whenever", NULL);
	must_refuse("status:ope", NULL);
	must_refuse("level>=", "at character 1: '>=' needs a value behind it");
	must_refuse("level>= ", NULL);
	must_refuse("level>\"\"", "at character 1: '>' needs a value behind it");
	must_refuse("reason<m", "at character 8: reason has no order: use reason: or reason=");
	must_refuse("personal>no", NULL);
	must_refuse("options>share", NULL);
	must_refuse("links<a", NULL);
	must_refuse("owner>=a", NULL);
	must_refuse("code:", "at character 1: every record has a code");
	must_refuse("options:share,avoid", NULL);
}

Test(filter, what_is_not_whole)
{
	must_refuse("\"open", "the quote at character 1 is not closed");
	must_refuse("a title:\"open", "the quote at character 9 is not closed");
	must_refuse("(a", "'(' at character 1 is not closed");
	must_refuse("((a)", "'(' at character 1 is not closed");
	must_refuse("a)", "')' at character 2 closes nothing");
	must_refuse("a ) b", "')' at character 3 closes nothing");
	must_refuse("()", "a word is missing at character 2");
	must_refuse("!", "a word is missing at character 2");
	must_refuse("a or", "a word is missing at character 5");
	must_refuse("or a", "nothing stands before 'or' at character 1; to search for the word, "
			    "put it in quotes");
	must_refuse("a or or b", NULL);
	must_refuse("a and", NULL);
	must_refuse("a or )", NULL);
	must_refuse("a or (b", NULL);
	must_refuse("a or (b or c", NULL);
	must_refuse("\"\"", "nothing to search for at character 1");
	must_refuse(">=high", "'>=' at character 1 needs a field in front of it");
	must_refuse("= x", NULL);
	must_refuse("!=x", NULL);
	must_refuse("caf\xe9", "the filter is not valid UTF-8");
}

static char *repeat(const char *text, size_t n, const char *end)
{
	struct str s = STR_INIT;

	while (n--)
		str_add(&s, text);
	str_add(&s, end);
	return str_detach(&s);
}

Test(filter, limits)
{
	struct filter *filter = NULL;
	char *text = repeat("a ", 200, "");

	cr_expect(filter_parse(&rules, &sample, text, &filter, NULL));
	filter_free(&filter);
	free(text);
	text = repeat("a ", 201, "");
	must_refuse(text, "more than 200 words and conditions");
	free(text);
	text = repeat("!", 10, "a");
	cr_expect(filter_parse(&rules, &sample, text, &filter, NULL));
	filter_free(&filter);
	free(text);
	text = repeat("!", 100000, "a");
	must_refuse(text, "more than 10 '(' and '!' in each other");
	free(text);
	text = repeat("(", 100000, "a");
	must_refuse(text, NULL);
	free(text);
	text = repeat("!(", 100000, "");
	must_refuse(text, NULL);
	free(text);
}

Test(filter, ranges)
{
	must_read("likelihood:2..4", "(likelihood>={2} & likelihood<={4})");
	must_read("likelihood=unlikely..likely", "(likelihood>={2} & likelihood<={4})");
	must_read("likelihood!=2..4", "!(likelihood>={2} & likelihood<={4})");
	must_read("progress:..10", "progress<={10}");
	must_read("progress:10..", "progress>={10}");
	must_read("cost:10,50..20", "(cost>={1050} & cost<={2000})");
	must_read("due:today..+2w", "(due>={20516} & due<={20530})");
	must_read("due:..+2w x", "(due<={20530} & 'x')");
	must_read("due:\"5 Mar 2026\"..\"6 Mar 2026\"", "(due>={20517} & due<={20518})");
	must_read("due:today..\"6 Mar 2026\"", "(due>={20516} & due<={20518})");
	must_read("due:\"5 Mar 2026\"..", "due>={20517}");
	must_read("status:identified..analysed", "(status>={identified} & status<={analysed})");
	must_read("code:R-0001..R-0010", "(code>='R-0001' & code<='R-0010')");
	must_read("at:today..tomorrow", "(at>={2026-03-04T00:00} & at<{2026-03-06T00:00})");
	must_read("!due:today..", "!due>={20516}");
	must_read("(due:today..)", "due>={20516}");
	/* texts may hold two dots */
	must_read("title:a..b", "title:'a..b'");
	must_read("a..b", "'a..b'");
	must_read("tag:a..b", "tag:{a..b}");
	must_refuse("due:..", "at character 5: '..' needs a value before or behind it");
	must_refuse("likelihood:4..2", "at character 12: '4..2' ends before it begins");
	must_refuse("status:closed..analysed", NULL);
	must_refuse("at:tomorrow..today", NULL);
	must_refuse("due:today..never", NULL);
	must_refuse("x progress:1..x",
		    "at character 15: progress must be a whole number, not 'x'");
	must_refuse("due>today..tomorrow", NULL);
}

Test(filter, months_quarters_and_years_are_all_their_days)
{
	must_read("due:2026-03", "(due>={20513} & due<={20543})");
	must_read("due=2026-03", "(due>={20513} & due<={20543})");
	must_read("due!=2026-03", "!(due>={20513} & due<={20543})");
	must_read("due<2026-03", "due<{20513}");
	must_read("due<=2026-03", "due<={20543}");
	must_read("due>2026-03", "due>{20543}");
	must_read("due>=2026-03", "due>={20513}");
	must_read("due:2026", "(due>={20454} & due<={20818})");
	must_read("due:2026-q1", "(due>={20454} & due<={20543})");
	must_read("due:2026-01..2026-03", "(due>={20454} & due<={20543})");
	must_read("due:2026..", "due>={20454}");
	must_read("at:2026-03", "(at>={2026-03-01T00:00} & at<{2026-04-01T00:00})");
	must_read("at>2026", "at>={2027-01-01T00:00}");
	must_refuse("due:2026-13", NULL);
	must_refuse("due:2026-q5", NULL);
	must_refuse("due:0000", NULL);
}

Test(filter, any_value)
{
	must_read("owner:*", "!owner empty");
	must_read("owner=*", "!owner empty");
	must_read("owner!=*", "owner empty");
	must_read("!title:*", "!!title empty");
	must_read("due:*", "!due empty");
	must_read("title:\"*\"", "title:'*'");
	must_read("title:a*", "title:'a*'");
	must_refuse("due>*", "at character 5: '>' needs a value behind it");
	must_refuse("code:*", "at character 6: every record has a code");
}

Test(filter, patterns)
{
	must_read("~vpn|wlan", "~'vpn|wlan'");
	must_read("~^(a|b)$ c", "(~'^(a|b)$' & 'c')");
	must_read("~\"a b\"", "~'a b'");
	must_read("!~a", "!~'a'");
	must_read("(~a\\)b)", "~'a\\)b'");
	must_read("title~^a.*b", "title~'^a.*b'");
	must_read("title!~b", "!title~'b'");
	must_read("code~0$ owner~nov", "(code~'0$' & owner~'nov')");
	must_read("progress~5", "progress~'5'");
	must_read("links.owner~n", "links>risk_item[owner~'n']");
	must_refuse("~", "at character 1: a pattern is missing behind '~'");
	must_refuse("a title~", "at character 3: a pattern is missing behind '~'");
	must_refuse("~a(b",
		    "at character 5: this is no pattern: missing closing parenthesis");
	must_refuse("ä title~\"x[b\"",
		    "at character 13: this is no pattern: missing terminating ] for character class");
	must_refuse("personal~1", NULL);
}

Test(filter, links)
{
	must_read("owner.title:novak", "owner>risk_item[title:'novak']");
	must_read("links.owner:novak", "links>risk_item[owner:'novak']");
	must_read("Links.Owner.due<today", "links>risk_item[owner>risk_item[due<{20516}]]");
	must_read("links.owner:", "links>risk_item[owner empty]");
	must_read("links.owner:*", "links>risk_item[!owner empty]");
	must_read("!links.code:A.8", "!links>risk_item[code:'A.8']");
	must_read("links.title!=x", "links>risk_item[title!='x']");
	must_read("links.due:2026-03", "links>risk_item[(due>={20513} & due<={20543})]");
	must_read("owner.owner.owner.title:x",
		  "owner>risk_item[owner>risk_item[owner>risk_item[title:'x']]]");
	must_refuse("owner.owner.owner.owner.title:x",
		    "at character 19: more than 3 links in a row");
	must_refuse("title.x:1", "at character 1: title leads to no record");
	must_refuse("a links.ownr:x", "no field 'ownr' at character 9; did you mean 'owner'?");
	must_refuse("lnks.owner:x", "no field 'lnks' at character 1; did you mean 'links'?");
	must_refuse("owner.due:x", NULL);
	must_read("A.5.1:2022 a.b", "('A.5.1:2022' & 'a.b')");
}

Test(filter, records_that_lead_here)
{
	must_read_of(&kind_control, "risk.level>=high", ">risk[level>={4}]");
	must_read_of(&kind_control, "Risks.owner:novak", ">risk[owner:'novak']");
	must_read_of(&kind_control, "risk:R-0012", ">risk[(code:'R-0012' | title:'R-0012')]");
	must_read_of(&kind_control, "risk!=R-1", "!>risk[(code='R-1' | title='R-1')]");
	must_read_of(&kind_control, "risk~^b", ">risk[(code~'^b' | title~'^b')]");
	must_read_of(&kind_control, "risk:*", ">risk[]");
	must_read_of(&kind_control, "risk:", "!>risk[]");
	must_read_of(&kind_control, "risk!=*", "!>risk[]");
	must_read_of(&kind_control, "soa_entry.control.risk:*", ">soa_entry[control>control[>risk[]]]");
	must_read_of(&kind_control, "remark:*", ">remark[]");
	/* a field of its own comes first */
	must_read_of(&kind_asset, "risks>3", "risks>{3}");
	must_read_of(&kind_asset, "risk.status:closed", ">risk[status:{closed}]");
	must_refuse_of(&kind_control, "risk>R-1",
		       "at character 6: records have no order: use : or =");
	must_refuse_of(&kind_control, "ris.level>=high", NULL);
	must_refuse_of(&kind_risk, "clause.title:x", NULL);
}

Test(filter, what_every_record_has)
{
	must_read("archived:yes", "archived:{1}");
	must_read("changed>-7d", "changed_at>={2026-02-26T00:00}");
	must_read("created:2026-03",
		  "(created_at>={2026-03-01T00:00} & created_at<{2026-04-01T00:00})");
	must_read("changed:\"today 12:00\"",
		  "(changed_at>={2026-03-04T12:00} & changed_at<{2026-03-04T12:00~})");
	must_read("changed>\"today 12:00\"", "changed_at>{2026-03-04T12:00~}");
	must_read("by:novak", "changed_by:'novak'");
	must_read("created_by=anna", "created_by='anna'");
	must_read("owner.changed_by:novak", "owner>risk_item[changed_by:'novak']");
	must_refuse("archived:perhaps", NULL);
	must_refuse("chnged>-7d", "no field 'chnged' at character 1; did you mean "
				  "'changed_at' or 'changed_by'?");
}
