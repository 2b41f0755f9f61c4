#include "config.h"

#include "sheet_detect.h"

#include <errno.h>
#include <string.h>

#include "isms/util/i18n.h"
#include "isms/util/text.h"

#define PIECE (64 * 1024)
#define LOOK_AT 4096 /* bytes that NULs are counted in */
#define ROWS 30	     /* rows that a delimiter is judged by */

enum advice { SAVE_AS_CSV, UNPACK, TABLE_WANTED, OWN_FILE };

struct magic {
	const char *bytes;
	size_t n;
	const char *what;
	enum advice advice;
};

#define MAGIC(s) s, sizeof(s) - 1

static const struct magic magics[] = {
	{MAGIC("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"), N_("an old Excel workbook (xls)"), SAVE_AS_CSV},
	{MAGIC("%PDF-"), N_("a PDF"), TABLE_WANTED},
	{MAGIC("\x89PNG\r\n"), N_("a picture (png)"), TABLE_WANTED},
	{MAGIC("\xff\xd8\xff"), N_("a picture (jpeg)"), TABLE_WANTED},
	{MAGIC("GIF8"), N_("a picture (gif)"), TABLE_WANTED},
	{MAGIC("{\\rtf"), N_("a text document (rtf)"), TABLE_WANTED},
	{MAGIC("SQLite format 3\0"), N_("an SQLite database"), OWN_FILE},
	{MAGIC("\x1f\x8b"), N_("packed (gzip)"), UNPACK},
	{MAGIC("BZh"), N_("packed (bzip2)"), UNPACK},
	{MAGIC("\xfd"
	       "7zXZ"),
	 N_("packed (xz)"), UNPACK},
	{MAGIC("\x28\xb5\x2f\xfd"), N_("packed (zstd)"), UNPACK},
	{MAGIC("7z\xbc\xaf"), N_("packed (7z)"), UNPACK},
	{MAGIC("Rar!"), N_("packed (rar)"), UNPACK},
	{MAGIC("\x7f"
	       "ELF"),
	 N_("a program"), TABLE_WANTED},
};

static const char *const advices[] = {
	[SAVE_AS_CSV] = N_("open it there and save it as CSV UTF-8"),
	[UNPACK] = N_("unpack it and import what is in it"),
	[TABLE_WANTED] = N_("import takes a table saved as CSV UTF-8"),
	[OWN_FILE] = N_("open it with --file, or export a register from it as CSV"),
};

static bool refuse(const char *name, const char *what, enum advice advice, struct err *err)
{
	return err_set(err, ERR_INPUT, _("'%s' is %s, not CSV: %s"), name, _(what),
		       _(advices[advice]));
}

/* memmem() is a GNU extension. */
static bool holds(const char *s, size_t n, const char *what)
{
	size_t len = strlen(what), i;

	for (i = 0; i + len <= n; i++)
		if (!memcmp(s + i, what, len))
			return true;
	return false;
}

bool detect_refuse(const char *name, const char *s, size_t n, struct err *err)
{
	size_t i;

	if (n >= 4 && !memcmp(s, "PK\3\4", 4)) {
		if (holds(s, n, "opendocument"))
			return refuse(name, N_("an OpenDocument file"), SAVE_AS_CSV, err);
		if (holds(s, n, "[Content_Types].xml") || holds(s, n, "xl/"))
			return refuse(name, N_("an Office file (xlsx)"), SAVE_AS_CSV, err);
		return refuse(name, N_("packed (zip)"), UNPACK, err);
	}
	for (i = 0; i < sizeof(magics) / sizeof(*magics); i++)
		if (n >= magics[i].n && !memcmp(s, magics[i].bytes, magics[i].n))
			return refuse(name, magics[i].what, magics[i].advice, err);
	return true;
}

static size_t line_length(const char *s, size_t n)
{
	size_t i;

	for (i = 0; i < n && s[i] != '\n' && s[i] != '\r'; i++)
		;
	return i;
}

/* |---|:--:| under a line with | is how Markdown begins a table. */
static bool is_rule(const char *s, size_t n)
{
	size_t i, dashes = 0, bars = 0;

	for (i = 0; i < n; i++) {
		if (s[i] == '-')
			dashes++;
		else if (s[i] == '|')
			bars++;
		else if (s[i] != ':' && s[i] != ' ')
			return false;
	}
	return dashes >= 3 && bars > 0;
}

static bool is_markdown(const char *s, size_t n)
{
	size_t at = 0, len;
	int line;

	for (line = 0; line < ROWS && at < n; line++) {
		len = line_length(s + at, n - at);
		if (is_rule(s + at, len) || (len >= 3 && !memcmp(s + at, "```", 3)))
			return true;
		at += len + 1;
	}
	return false;
}

static bool begins(const char *s, size_t n, const char *with)
{
	size_t i, len = strlen(with);

	if (n < len)
		return false;
	for (i = 0; i < len; i++)
		if ((s[i] | (s[i] >= 'A' && s[i] <= 'Z' ? 0x20 : 0)) != with[i])
			return false;
	return true;
}

bool detect_refuse_text(const char *name, const char *s, size_t n, struct err *err)
{
	while (n && (*s == ' ' || *s == '\n' || *s == '\r' || *s == '\t')) {
		s++;
		n--;
	}
	if (begins(s, n, "<!doctype") || begins(s, n, "<html") || begins(s, n, "<?xml"))
		return refuse(name, N_("HTML or XML"), SAVE_AS_CSV, err);
	if (begins(s, n, "diff --git ") || (begins(s, n, "--- ") && holds(s, n, "\n+++ ")))
		return refuse(name, N_("a diff"), TABLE_WANTED, err);
	if (begins(s, n, "{\"") || begins(s, n, "{\n") || begins(s, n, "[{") || begins(s, n, "[\n"))
		return refuse(name, N_("JSON"), TABLE_WANTED, err);
	if (is_markdown(s, n))
		return refuse(name, N_("Markdown"), TABLE_WANTED, err);
	return true;
}

struct mark {
	const char *bytes;
	size_t n;
	const char *encoding;
};

static const struct mark marks[] = {
	{MAGIC("\xef\xbb\xbf"), "UTF-8"},
	{MAGIC("\xff\xfe\0\0"), "UTF-32LE"}, /* before UTF-16LE, whose mark it begins with */
	{MAGIC("\0\0\xfe\xff"), "UTF-32BE"},
	{MAGIC("\xff\xfe"), "UTF-16LE"},
	{MAGIC("\xfe\xff"), "UTF-16BE"},
};

/* Tables are mostly ASCII, so half of UTF-16's bytes are NULs, all on one side. */
static const char *utf16_by_nuls(const char *s, size_t n)
{
	size_t i, nul[2] = {0, 0};

	n = n < LOOK_AT ? n : LOOK_AT;
	if (n < 4)
		return NULL;
	for (i = 0; i < n; i++)
		nul[i & 1] += s[i] == '\0';
	if (nul[1] > n / 4 && nul[0] < nul[1] / 8)
		return "UTF-16LE";
	if (nul[0] > n / 4 && nul[1] < nul[0] / 8)
		return "UTF-16BE";
	return NULL;
}

const char *detect_encoding(const char *s, size_t n, size_t *skip)
{
	size_t i;

	*skip = 0;
	for (i = 0; i < sizeof(marks) / sizeof(*marks); i++)
		if (n >= marks[i].n && !memcmp(s, marks[i].bytes, marks[i].n)) {
			*skip = marks[i].n;
			return marks[i].encoding;
		}
	return utf16_by_nuls(s, n);
}

bool detect_utf8(FILE *file, const char *name, bool *ok, struct err *err)
{
	char buf[PIECE];
	size_t have = 0, got, good;

	*ok = true;
	do {
		got = fread(buf + have, 1, sizeof(buf) - have, file);
		have += got;
		good = text_valid_n(buf, have);
		have -= good;
		/* A character may be cut by the end of the piece, and is at most 4 bytes. */
		if (have >= 4 || (have && !got)) {
			*ok = false;
			break;
		}
		memmove(buf, buf + good, have);
	} while (got);
	if (ferror(file))
		return err_set(err, ERR_FAILED, _("cannot read '%s': %s"), name, strerror(errno));
	return true;
}

char detect_sep(const char *s, size_t n)
{
	size_t len = line_length(s, n);

	if (len >= 2 && s[0] == '"' && s[len - 1] == '"') {
		s++;
		len -= 2;
	}
	if (len != 5 || !begins(s, len, "sep="))
		return 0;
	return s[4] == '"' ? 0 : s[4];
}

/* Cells of each row for one delimiter; quotes are seen, so that neither line
 * breaks nor delimiters in a text count. */
static size_t count_cells(const char *s, size_t n, char delimiter, size_t cells[ROWS])
{
	size_t i, rows = 0, count = 1;
	bool quoted = false, any = false;

	for (i = 0; i < n && rows < ROWS; i++) {
		if (s[i] == '"')
			quoted = !quoted;
		if (quoted || (s[i] != '\n' && s[i] != '\r')) {
			count += !quoted && s[i] == delimiter;
			any = true;
			continue;
		}
		if (any)
			cells[rows++] = count;
		count = 1;
		any = false;
	}
	/* The last row may be cut; it counts only where there is no other. */
	if (any && !rows)
		cells[rows++] = count;
	return rows;
}

/* How well a table with that delimiter hangs together: the cells of all rows
 * from the best header on that have as many as the header. */
static size_t fit(const char *s, size_t n, char delimiter)
{
	size_t cells[ROWS], rows = count_cells(s, n, delimiter, cells), best = 0, i, k, same;

	for (i = 0; i < rows; i++) {
		same = 0;
		for (k = i; k < rows; k++)
			same += cells[k] == cells[i];
		if ((cells[i] - 1) * same > best)
			best = (cells[i] - 1) * same;
	}
	return best;
}

char detect_delimiter(const char *s, size_t n)
{
	static const char candidates[] = ",;\t|";
	size_t i, score, best = 0;
	char found = ',';

	for (i = 0; candidates[i]; i++) {
		score = fit(s, n, candidates[i]);
		if (score > best) {
			best = score;
			found = candidates[i];
		}
	}
	return found;
}
