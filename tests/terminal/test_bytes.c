/*
 * What a slow link has to carry: 80x24, xterm-256color. The figures are those of the
 * manual, SLOW LINKS.
 */
#include "config.h"

#include <limits.h>
#include <string.h>
#include <unistd.h>

#include "screen.h"
#include "steps.h"
#include "tap.h"

#define FILE_NAME "sample.isms"

enum { START_MAX = 6000, KEY_MAX = 350, PAGE_MAX = 1500, STORM = 200, IDLE_MS = 1500 };
enum { BODY = 3, BODY_END = 12 }; /* rows in which every view has its own */

static struct screen *in_list(struct tap *t)
{
	struct screen *s;

	steps_sample(t, FILE_NAME);
	s = steps_open(t, NULL, FILE_NAME);
	screen_keys(s, "5");
	screen_wait(s, ">R-0001");
	screen_settle(s);
	return s;
}

static void start(struct tap *t)
{
	struct screen_traffic sent;
	struct screen *s;

	steps_sample(t, FILE_NAME);
	s = steps_open(t, NULL, FILE_NAME);
	screen_wait(s, "Above appetite");
	screen_settle(s);
	sent = screen_bytes(s);
	tap_diag(t, "%zu bytes", sent.bytes);
	tap_ok(t, sent.bytes <= START_MAX, "the start: %zu bytes", sent.bytes);
	screen_bytes(s);
	screen_pump(s, IDLE_MS);
	tap_is_int(t, (long)screen_bytes(s).bytes, 0, "bytes while nothing happens");
	screen_keys(s, "q");
	screen_exit(s);
}

/* -- cursor keys ---------------------------------------------------------------- */

/* A view: what leads there, what it shows then, the cursor keys pressed in it. In sight
 * stays what is in sight, or a page comes: of rows beside the menu, or of columns. */
struct walk {
	const char *name, *keys, *text, *moves;
	bool sample; /* in the sample, not in the demonstration */
	bool pages;
	int bytes; /* at the left of each row that tell what is in sight: the labels of a
	              form, the weeks of a month; 0: all */
};

static const char *const key_names[] = {
	['d'] = "<Down>", ['u'] = "<Up>",    ['r'] = "<Right>", ['l'] = "<Left>",
	['t'] = "<Tab>",  ['T'] = "<S-Tab>", ['n'] = "<PgDn>",  ['p'] = "<PgUp>",
};

/* What stands in the rows of the view but for the sign of the cursor. */
static const char *body(struct screen *s, const struct walk *w)
{
	char *all = tap_str(screen_tap(s), "%s", "");

	for (int row = BODY; row < BODY_END; row++)
		all = tap_str(screen_tap(s), "%s%.*s\n", all, w->bytes > 0 ? w->bytes : INT_MAX,
			      screen_line(s, row));
	for (char *c = all; *c; c++)
		if (*c == '>')
			*c = ' ';
	return all;
}

/* All that is written because of a key, until nothing comes any more. */
static bool one_key(struct tap *t, struct screen *s, const struct walk *w, const char *key,
		    size_t *most)
{
	const char *before = body(s, w);
	struct screen_traffic sent;
	size_t limit = KEY_MAX;
	bool same;

	screen_bytes(s);
	screen_keys(s, key);
	screen_settle(s);
	sent = screen_bytes(s);
	same = strcmp(before, body(s, w)) == 0;
	if (w->pages && !same)
		limit = PAGE_MAX;
	most[!same] = sent.bytes > most[!same] ? sent.bytes : most[!same];
	if (sent.bytes > limit || sent.writes > 1)
		tap_diag(t, "%s: %zu bytes in %zu writes", key, sent.bytes, sent.writes);
	return sent.bytes <= limit && sent.writes <= 1;
}

static void walk(struct tap *t)
{
	const struct walk *w = tap_data(t);
	size_t most[2] = {0, 0};
	struct screen *s;
	bool ok = true;

	if (w->sample)
		steps_sample(t, FILE_NAME);
	else
		steps_demo(t, FILE_NAME);
	s = steps_open(t, NULL, FILE_NAME);
	steps_type(s, w->keys);
	screen_wait(s, w->text);
	screen_settle(s);
	for (const char *move = w->moves; *move; move++)
		ok = one_key(t, s, w, key_names[(unsigned char)*move], most) && ok;
	tap_ok(t, ok && most[0] + most[1] > 0, "few bytes, one write: %zu, scrolling %zu",
	       most[0], most[1]);
	if (!ok)
		screen_dump(s);
}

/* None of many keys sent at once is lost, and not each is a frame. */
static void storm(struct tap *t)
{
	struct screen *s = in_list(t);
	char keys[STORM + 1];
	struct screen_traffic sent;

	/* to the end and 20 up: had one been lost, the cursor stood elsewhere */
	screen_keys(s, "g");
	screen_settle(s);
	screen_bytes(s);
	memset(keys, 'j', STORM - 20);
	memset(keys + STORM - 20, 'k', 20);
	screen_send(s, keys, STORM);
	screen_wait(s, ">R-0025");
	screen_wait_row(s, 0, "25/45");
	screen_settle(s);
	sent = screen_bytes(s);
	tap_ok(t, sent.bytes < STORM * 50, "%d keys at once: %zu bytes", STORM, sent.bytes);
	/* and as text */
	screen_keys(s, "e");
	screen_wait(s, "> Risk*");
	screen_keys(s, "<C-u>");
	memset(keys, 'x', STORM);
	memcpy(keys + STORM - 3, "end", 4);
	screen_send(s, keys, STORM);
	screen_wait(s, "end");
	screen_keys(s, "<C-s>");
	screen_wait(s, "saved R-0025");
	tap_is(t, steps_value(t, FILE_NAME, "risk/R-0025", "title"), keys, "all of it");
	steps_leave(s);
}

/*
 * A link slower than who types: nothing is read while whole screens are asked for,
 * so that the program stands in the middle of a write; then all of it. Every key
 * counts once, and what was overtaken is not drawn.
 */
static void slow_link(struct tap *t)
{
	struct screen *s = in_list(t);
	struct screen_traffic sent;

	screen_bytes(s);
	for (int i = 0; i < 40; i++) {
		screen_send_blind(s, "\014j", 2); /* draw anew, down */
		usleep(2000);
	}
	screen_wait(s, ">R-0041");
	screen_wait_row(s, 0, "41/45");
	screen_settle(s);
	screen_wait(s, ">R-0041");
	sent = screen_bytes(s);
	tap_ok(t, sent.bytes < 40 * 1500, "40 screens asked for: %zu bytes", sent.bytes);
	tap_diag(t, "%zu bytes for 40 screens", sent.bytes);
	screen_keys(s, "D"); /* a question: what was held must not answer it */
	screen_wait(s, "No");
	screen_send(s, "jjjjjjjjjj", 10);
	screen_settle(s);
	screen_keys(s, "<Esc>");
	screen_wait(s, ">R-0041");
	steps_leave(s);
}

#define TWELVE "dddddddddddd"
#define ROWS TWELVE "dddddduuuuuu"
#define ASIDE "rrrrrrrrllllllll"
#define CELLS ASIDE "ddddddddrrrrllll"
#define WALK(name_, ...) \
	{.name = name_, .run = walk, .data = &(const struct walk){.name = name_, __VA_ARGS__}}
#define FIELDS "tttttttttttttttttttttttt"
#define BACK "TTTTTTTTTTTTdddddddduuuu"
#define FORM .pages = true, .bytes = 20
#define FORM_OF(name_, keys_, text_) WALK("form-" name_, keys_, text_, FIELDS BACK, FORM)
#define MONTH .pages = true, .bytes = 4
#define RISKS ":risk<Enter>{Risks}"

static const struct tap_case cases[] = {
	{.name = "start", .run = start},
	{.name = "storm", .run = storm},
	{.name = "slow-link", .run = slow_link},
	WALK("sample-list", RISKS, ">R-0001", ROWS, .sample = true, .pages = true),
	WALK("sample-cells", RISKS "=", "choose the cell", CELLS, .sample = true, .pages = true),
	WALK("sample-checks", ":check<Enter>{Checks}", ">", ROWS, .sample = true, .pages = true),
	WALK("sample-soa", ":soa<Enter>{Applicability}", "A.5.1", ROWS, .sample = true,
	     .pages = true),
	WALK("dashboard", "", "Above appetite", ROWS, .pages = true),
	WALK("menu", "<F9>", ">1 Dashboard", "dddddduuuuuu"),
	WALK("list", RISKS, ">R-0001", ROWS, .pages = true),
	WALK("list-aside", RISKS, ">R-0001", ASIDE, .pages = true),
	WALK("list-alone", RISKS "\\", ">R-0001", TWELVE "uuuu", .pages = true),
	WALK("detail", RISKS "<Tab>", "│>Risk", "dddddddduuuu"),
	WALK("cells", RISKS "=", "choose the cell", CELLS, .pages = true),
	WALK("assets", ":asset<Enter>{Assets}", ">A-0001", ROWS, .pages = true),
	WALK("documents", ":document<Enter>{Documents}", ">POL-01", ROWS, .pages = true),
	WALK("people", ":person<Enter>{People}", ">P-0001", ROWS, .pages = true),
	WALK("controls", ":control<Enter>{Controls}", ">A.5.2", ROWS, .pages = true),
	WALK("incidents", ":incident<Enter>{ncidents}", ">", ROWS, .pages = true),
	WALK("suppliers", ":supplier<Enter>{Suppliers}", ">SUP-0001", ROWS, .pages = true),
	WALK("requirements", ":requirement<Enter>{equirements}", ">REQ-0001", ROWS, .pages = true),
	WALK("findings", ":finding<Enter>{indings}", ">", ROWS, .pages = true),
	WALK("record", RISKS "<Enter>{R-0001}", "Scenario", ROWS),
	WALK("plan", ":plan<Enter>{treatment plan}", "AC-0003", ROWS, .pages = true),
	WALK("plan-aside", ":plan<Enter>{treatment plan}", "AC-0003", ASIDE, .pages = true),
	WALK("soa", ":soa<Enter>{Applicability}", "A.5.1", ROWS, .pages = true),
	WALK("soa-aside", ":soa<Enter>{Applicability}", "A.5.1", ASIDE, .pages = true),
	WALK("checks", ":check<Enter>{Checks}", ">", ROWS, .pages = true),
	WALK("certification", ":certification<Enter>{Certification}", ">", ROWS, .pages = true),
	WALK("due", ":due<Enter>{Due}", ">", ROWS, .pages = true),
	WALK("find", ":find cloud<Enter>", ">", ROWS, .pages = true),
	WALK("matrix", "m", "Risk matrix", "ddrruull"),
	WALK("trace", RISKS "t{Trace}", ">", ROWS),
	WALK("history", RISKS "H{History}", ">", ROWS),
	WALK("diff", ":diff 2020-01-01<Enter>", ">", ROWS, .pages = true),
	WALK("help", RISKS "?", "Keys of this view", ROWS),
	WALK("palette", ":", "Command, register", ROWS),
	WALK("columns", RISKS "c", "Columns", ROWS),
	WALK("sort", RISKS "s", "Sort by", ROWS),
	WALK("reports", ":report<Enter>", "Report", ROWS),
	WALK("suggest", ":risk<Enter>{Risks}+", "[ ]", ROWS),
	WALK("picker", RISKS "e{Edit}@Processes@<F4>", "PR-0002", ROWS),
	WALK("calendar", RISKS "e{Edit}@Next review@<F4>", "Mo", "dduurrllnnpprrdd", MONTH),
	WALK("choice", RISKS "e{Edit}@Likelihood@", "> Likelihood", "llllrrrrrr"),
	WALK("several", RISKS "e{Edit}@Treatment@<F4>", "[x]", "dduudd"),
	WALK("form-risk", RISKS "e{Edit}", "> Risk", FIELDS FIELDS BACK, FORM),
	FORM_OF("new", ":risk<Enter>{Risks}a{New}", "> Risk"),
	FORM_OF("asset", ":asset<Enter>{Assets}e{Edit}", "> Name"),
	FORM_OF("document", ":document<Enter>{Documents}e{Edit}", "> Title"),
	FORM_OF("nonconformity", ":nonconformity<Enter>{onconformities}e{Edit}", "> "),
	FORM_OF("person", ":person<Enter>{People}e{Edit}", "> Name"),
	FORM_OF("incident", ":incident<Enter>{ncidents}e{Edit}", "> "),
	FORM_OF("supplier", ":supplier<Enter>{Suppliers}e{Edit}", "> "),
	FORM_OF("objective", ":objective<Enter>{bjectives}e{Edit}", "> "),
	FORM_OF("audit", ":audit<Enter>{Audits}e{Edit}", "> "),
	FORM_OF("process", ":process<Enter>{rocesses}e{Edit}", "> "),
	WALK("audit", ":audit code:AU-0005<Enter>{Audits}r{AU-0005}nnnnnn{7/13}", "Ask for", "dddddduuuu"),
};

int main(int argc, char **argv)
{
	return tap_run(cases, sizeof(cases) / sizeof(*cases), argc, argv);
}
