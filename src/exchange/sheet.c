#include "config.h"

#include "isms/exchange/sheet.h"

#include <csv.h>
#include <errno.h>
#include <iconv.h>
#include <stdlib.h>
#include <string.h>

#include "isms/util/i18n.h"
#include "isms/util/mem.h"
#include "isms/util/text.h"
#include "sheet_detect.h"
#include "sheet_line.h"

#define RAW_BYTES (64 * 1024)
#define TEXT_BYTES (64 * 1024)
#define CELLS_MAX 16384 /* what a spreadsheet can have */
#define CSV_BLOCK 4096
#define BREAK_STEP 512

/* A cell while its row is read: where it lies in the row's bytes, which may
 * still move. */
struct span {
	size_t at, len;
	bool null;
};

struct sheet {
	FILE *file; /* borrowed, or copy */
	FILE *copy; /* of what cannot be read twice; owned */
	char *name, *encoding;
	char delimiter;
	bool sep_line;	       /* line 1 is "sep=;" */
	long long base, start; /* where the file and its text begin */
	long long done, total; /* bytes */

	iconv_t cd; /* (iconv_t)-1: the file is UTF-8 */
	char *raw;  /* RAW_BYTES as read */
	size_t nraw;
	char *text; /* TEXT_BYTES of UTF-8 */
	size_t at, ntext;
	bool eof, broken; /* nothing follows; broken: what follows is no text */

	struct csv_parser csv;
	bool csv_open;
	long line;     /* of the next byte */
	bool after_cr; /* a LF that comes now ends no line */
	bool ended;    /* the parser has come to the end of a row */
	bool whole;    /* the row is a line that the parser has not seen */

	struct str bytes; /* of the row's cells, each with its NUL */
	struct span *spans;
	size_t n, spans_cap;
	struct cells cells; /* of the row that is handed out */
	struct row row;
};

/* ---- Bytes to UTF-8 -------------------------------------------------------- */

static bool read_failed(const struct sheet *sheet, struct err *err)
{
	return err_set(err, ERR_FAILED, _("cannot read '%s': %s"), sheet->name, strerror(errno));
}

static bool read_raw(struct sheet *sheet, struct err *err)
{
	size_t got = fread(sheet->raw + sheet->nraw, 1, RAW_BYTES - sheet->nraw, sheet->file);

	if (!got && ferror(sheet->file))
		return read_failed(sheet, err);
	sheet->nraw += got;
	sheet->done += (long long)got;
	sheet->eof = !got;
	return true;
}

/* Moves what is whole of raw to text; the rest stays for the next time. */
static void decode_utf8(struct sheet *sheet)
{
	size_t room = TEXT_BYTES - sheet->ntext, n = sheet->nraw < room ? sheet->nraw : room;
	size_t good = text_valid_n(sheet->raw, n);

	memcpy(sheet->text + sheet->ntext, sheet->raw, good);
	sheet->ntext += good;
	sheet->nraw -= good;
	memmove(sheet->raw, sheet->raw + good, sheet->nraw);
	/* A character is at most 4 bytes: what is longer and bad stays bad. */
	sheet->broken = good < n && (sheet->nraw >= 4 || sheet->eof);
}

static void decode_iconv(struct sheet *sheet)
{
	char *in = sheet->raw, *out = sheet->text + sheet->ntext;
	size_t left = sheet->nraw, room = TEXT_BYTES - sheet->ntext;

	if (iconv(sheet->cd, &in, &left, &out, &room) == (size_t)-1)
		sheet->broken = errno == EILSEQ || (errno == EINVAL && sheet->eof);
	sheet->ntext = TEXT_BYTES - room;
	sheet->nraw = left;
	memmove(sheet->raw, in, left);
}

/* Brings text, unless nothing is left. What comes before something broken is
 * handed out first, so that the line of the fault is known. */
static bool fill(struct sheet *sheet, struct err *err)
{
	sheet->at = sheet->ntext = 0;
	while (!sheet->ntext && !sheet->broken) {
		if (!sheet->eof && !read_raw(sheet, err))
			return false;
		if (sheet->nraw) {
			if (sheet->cd == (iconv_t)-1)
				decode_utf8(sheet);
			else
				decode_iconv(sheet);
		}
		if (sheet->eof && !sheet->nraw)
			break;
	}
	if (sheet->broken && !sheet->ntext)
		return err_set(err, ERR_INPUT,
			       _("'%s', line %ld: this is not %s; name the encoding of the file"),
			       sheet->name, sheet->line, sheet->encoding);
	return true;
}

/* Where the first line break is, or end. In steps, since a file may have none of
 * one of the two. */
static size_t break_at(const char *text, size_t at, size_t end)
{
	const char *cr, *lf;
	size_t n;

	for (; at < end; at += n) {
		n = end - at < BREAK_STEP ? end - at : BREAK_STEP;
		lf = memchr(text + at, '\n', n);
		cr = memchr(text + at, '\r', lf ? (size_t)(lf - (text + at)) : n);
		if (cr || lf)
			return (size_t)((cr ? cr : lf) - text);
	}
	return end;
}

/* The next piece: to the end of a line, or of what is in memory. n 0: the end. */
static bool next_piece(struct sheet *sheet, const char **s, size_t *n, struct err *err)
{
	size_t i;

	if (sheet->at == sheet->ntext && !fill(sheet, err))
		return false;
	i = break_at(sheet->text, sheet->at, sheet->ntext);
	if (i < sheet->ntext)
		i++;
	if (i < sheet->ntext && sheet->text[i - 1] == '\r' && sheet->text[i] == '\n')
		i++;
	*s = sheet->text + sheet->at;
	*n = i - sheet->at;
	sheet->at = i;
	return true;
}

/* CR, LF and CRLF end a line; CR and LF may stand in two pieces. */
static void count_line(struct sheet *sheet, const char *s, size_t n)
{
	char last = s[n - 1];

	if (last == '\r' || (last == '\n' && !(n == 1 && sheet->after_cr)))
		sheet->line++;
	sheet->after_cr = last == '\r';
}

/* ---- UTF-8 to rows --------------------------------------------------------- */

static void on_cell(void *s, size_t len, void *ctx)
{
	struct sheet *sheet = ctx;
	struct span *span;

	if (sheet->row.fault)
		return;
	if (sheet->n == CELLS_MAX) {
		sheet->row.fault = _("the row has too many cells");
		return;
	}
	if (len > SHEET_FIELD_MAX)
		sheet->row.fault = _("a cell is longer than 1 MiB");
	else if (sheet->bytes.len + len > SHEET_ROW_MAX)
		sheet->row.fault = _("the row is longer than 4 MiB");
	else if (s && memchr(s, '\0', len))
		sheet->row.fault = _("a NUL byte stands in the row");
	sheet->spans = xgrow(sheet->spans, sheet->n, &sheet->spans_cap, sizeof(*sheet->spans));
	span = &sheet->spans[sheet->n++];
	span->at = sheet->bytes.len;
	span->len = s && !sheet->row.fault ? len : 0;
	span->null = !s;
	str_addn(&sheet->bytes, s ? s : "", span->len);
	str_addc(&sheet->bytes, '\0');
}

static void on_row(int end, void *ctx)
{
	struct sheet *sheet = ctx;

	(void)end;
	sheet->ended = true;
}

/* libcsv keeps a cell in memory until it ends. One that is over the limit has
 * made its row useless: forget what it has, between two pieces, where the
 * parser's fields are at rest. */
static void limit_cell(struct sheet *sheet)
{
	if (sheet->csv.entry_pos <= SHEET_FIELD_MAX)
		return;
	if (!sheet->row.fault)
		sheet->row.fault = _("a cell is longer than 1 MiB");
	sheet->csv.spaces = 0;
	sheet->csv.entry_pos = 1; /* a closing quote that has been seen is taken off */
}

static void row_clear(struct sheet *sheet)
{
	const struct row empty = {0, NULL, 0, NULL};

	str_clear(&sheet->bytes);
	sheet->n = 0;
	sheet->row = empty;
	sheet->ended = sheet->whole = false;
}

static void row_finish(struct sheet *sheet)
{
	size_t i;

	if (sheet->n > sheet->cells.cap) {
		sheet->cells.cap = sheet->spans_cap;
		sheet->cells.v =
			xrealloc(sheet->cells.v, sheet->cells.cap, sizeof(*sheet->cells.v));
	}
	for (i = 0; i < sheet->n; i++) {
		sheet->cells.v[i].s = sheet->bytes.s + sheet->spans[i].at;
		sheet->cells.v[i].len = sheet->spans[i].len;
		sheet->cells.v[i].null = sheet->spans[i].null;
	}
	sheet->cells.n = sheet->n;
}

/* A row that is one line, without the parser. */
static bool row_of_line(struct sheet *sheet, const char *s, size_t n)
{
	size_t len = n;

	while (len && (s[len - 1] == '\n' || s[len - 1] == '\r'))
		len--;
	return len < n && line_split(sheet->text + (s - sheet->text), len, sheet->delimiter,
				     CELLS_MAX, &sheet->cells);
}

static bool is_blank_line(const struct sheet *sheet)
{
	if (sheet->whole)
		return !sheet->cells.n;
	return sheet->ended && !sheet->n && !sheet->row.fault;
}

static bool stray_quote(const struct sheet *sheet, long line, struct err *err)
{
	return err_set(err, ERR_INPUT,
		       _("'%s', line %ld: a quote (\") in the wrong place: a text that has one "
			 "begins and ends with a quote, and those within are doubled"),
		       sheet->name, line);
}

static bool open_quote(const struct sheet *sheet, long line, struct err *err)
{
	return err_set(err, ERR_INPUT,
		       _("'%s', line %ld: a text begins with a quote (\") here and never ends"),
		       sheet->name, line);
}

/* The end of the file: a last row without a line break, or nothing. */
static bool finish(struct sheet *sheet, long open_line, struct err *err)
{
	if (csv_fini(&sheet->csv, on_cell, on_row, sheet) == 0)
		return true;
	row_clear(sheet); /* csv_fini has delivered a part of a row */
	return open_quote(sheet, open_line, err);
}

bool sheet_next(struct sheet *sheet, const struct row **row, struct err *err)
{
	const char *s;
	size_t n, before;
	long line, open_line = sheet->line;
	bool open = false; /* the row has begun on a line before */

	*row = NULL;
	row_clear(sheet);
	for (;;) {
		line = sheet->line;
		if (!next_piece(sheet, &s, &n, err))
			return false;
		if (!n) {
			if (!finish(sheet, open_line, err))
				return false;
			break;
		}
		before = sheet->n;
		if (!sheet->row.line)
			sheet->row.line = line;
		count_line(sheet, s, n);
		sheet->whole = !open && row_of_line(sheet, s, n);
		if (!sheet->whole && csv_parse(&sheet->csv, s, n, on_cell, on_row, sheet) != n)
			return stray_quote(sheet, line, err);
		if (is_blank_line(sheet)) {
			row_clear(sheet);
			continue;
		}
		if (sheet->whole || sheet->ended)
			break;
		open = true;
		if (sheet->row.line == line || sheet->n != before)
			open_line = line; /* the cell that is open began here */
		limit_cell(sheet);
	}
	if (!sheet->whole && !sheet->n && !sheet->row.fault)
		return true;
	if (!sheet->whole)
		row_finish(sheet);
	sheet->row.cell = sheet->cells.v;
	sheet->row.n = sheet->cells.n;
	*row = &sheet->row;
	return true;
}

/* ---- Open, rewind ---------------------------------------------------------- */

static void *csv_realloc(void *old, size_t size)
{
	return xrealloc(old, size, 1);
}

static int is_blank(unsigned char c)
{
	return c == ' ';
}

static void parser_open(struct sheet *sheet)
{
	if (sheet->csv_open)
		csv_free(&sheet->csv);
	csv_init(&sheet->csv, CSV_STRICT | CSV_STRICT_FINI | CSV_APPEND_NULL | CSV_EMPTY_IS_NULL |
				      CSV_REPALL_NL);
	csv_set_delim(&sheet->csv, (unsigned char)sheet->delimiter);
	csv_set_realloc_func(&sheet->csv, csv_realloc);
	csv_set_blk_size(&sheet->csv, CSV_BLOCK);
	if (sheet->delimiter == '\t')
		csv_set_space_func(&sheet->csv, is_blank);
	sheet->csv_open = true;
}

static bool decoder_open(struct sheet *sheet, struct err *err)
{
	if (sheet->cd != (iconv_t)-1)
		iconv_close(sheet->cd);
	sheet->cd = (iconv_t)-1;
	if (!strcmp(sheet->encoding, "UTF-8"))
		return true;
	sheet->cd = iconv_open("UTF-8", sheet->encoding);
	if (sheet->cd == (iconv_t)-1)
		return err_set(err, ERR_INPUT, _("no such encoding: '%s' (iconv -l lists them)"),
			       sheet->encoding);
	return true;
}

bool sheet_rewind(struct sheet *sheet, struct err *err)
{
	const char *s;
	size_t n;

	clearerr(sheet->file);
	if (fseeko(sheet->file, (off_t)sheet->start, SEEK_SET))
		return read_failed(sheet, err);
	if (!decoder_open(sheet, err))
		return false;
	parser_open(sheet);
	row_clear(sheet);
	sheet->nraw = sheet->at = sheet->ntext = 0;
	sheet->eof = sheet->broken = sheet->after_cr = false;
	sheet->line = 1;
	sheet->done = sheet->start - sheet->base;
	if (!sheet->sep_line)
		return true;
	if (!next_piece(sheet, &s, &n, err))
		return false;
	if (n)
		count_line(sheet, s, n);
	return true;
}

/* A pipe can be read once only. */
static bool copy_pipe(struct sheet *sheet, struct err *err)
{
	size_t n;

	sheet->copy = tmpfile();
	if (!sheet->copy)
		return err_set(err, ERR_FAILED, _("cannot make a temporary file: %s"),
			       strerror(errno));
	while ((n = fread(sheet->raw, 1, RAW_BYTES, sheet->file)) > 0)
		if (fwrite(sheet->raw, 1, n, sheet->copy) != n)
			return err_set(err, ERR_FAILED, _("cannot write a temporary file: %s"),
				       strerror(errno));
	if (ferror(sheet->file))
		return read_failed(sheet, err);
	sheet->file = sheet->copy;
	return true;
}

static bool find_size(struct sheet *sheet, struct err *err)
{
	off_t at = ftello(sheet->file), end;

	if (at < 0) {
		if (!copy_pipe(sheet, err))
			return false;
		at = 0;
	}
	if (fseeko(sheet->file, 0, SEEK_END) || (end = ftello(sheet->file)) < 0 ||
	    fseeko(sheet->file, at, SEEK_SET))
		return read_failed(sheet, err);
	sheet->base = sheet->start = at;
	sheet->total = end > at ? end - at : 0;
	return true;
}

/* Encoding by the first bytes, or by reading all of them. */
static bool find_encoding(struct sheet *sheet, const char *named, struct err *err)
{
	const char *told;
	size_t n = fread(sheet->raw, 1, RAW_BYTES, sheet->file), skip;
	bool utf8 = true;

	if (!n && ferror(sheet->file))
		return read_failed(sheet, err);
	if (!detect_refuse(sheet->name, sheet->raw, n, err))
		return false;
	told = detect_encoding(sheet->raw, n, &skip);
	if (!named && !told) {
		if (fseeko(sheet->file, (off_t)sheet->base, SEEK_SET))
			return read_failed(sheet, err);
		if (!detect_utf8(sheet->file, sheet->name, &utf8, err))
			return false;
	}
	/* A mark is no text, whatever name the user gives the rest. */
	sheet->start = sheet->base + (long long)skip;
	sheet->encoding = xstrdup(named ? named : told ? told : utf8 ? "UTF-8" : "CP1252");
	if (named && told && skip && (!strcmp(named, "UTF-16") || !strcmp(named, "UTF-32"))) {
		free(sheet->encoding); /* the mark told the order of the bytes */
		sheet->encoding = xstrdup(told);
	}
	return true;
}

static bool find_delimiter(struct sheet *sheet, char named, struct err *err)
{
	char sep;

	sheet->delimiter = ',';
	if (!sheet_rewind(sheet, err) || !fill(sheet, err) ||
	    !detect_refuse_text(sheet->name, sheet->text, sheet->ntext, err))
		return false;
	sep = detect_sep(sheet->text, sheet->ntext);
	sheet->sep_line = sep != 0;
	sheet->delimiter = named ? named : sep ? sep : detect_delimiter(sheet->text, sheet->ntext);
	return sheet_rewind(sheet, err);
}

bool sheet_open(FILE *file, const char *name, const struct sheet_dialect *dialect,
		struct sheet **sheet, struct err *err)
{
	struct sheet *s = xcalloc(1, sizeof(*s));
	bool ok = false;

	s->file = file;
	s->name = xstrdup(name);
	s->cd = (iconv_t)-1;
	s->raw = xmalloc(RAW_BYTES);
	s->text = xmalloc(TEXT_BYTES);
	if (dialect->delimiter && strchr("\"\r\n", dialect->delimiter)) {
		err_set(err, ERR_USAGE, _("a quote or a line break cannot separate cells"));
		goto out;
	}
	ok = find_size(s, err) && find_encoding(s, dialect->encoding, err) &&
	     find_delimiter(s, dialect->delimiter, err);
out:
	*sheet = s;
	if (!ok)
		sheet_close(sheet);
	return ok;
}

void sheet_close(struct sheet **sheet)
{
	struct sheet *s = *sheet;

	if (!s)
		return;
	if (s->copy)
		fclose(s->copy);
	if (s->cd != (iconv_t)-1)
		iconv_close(s->cd);
	if (s->csv_open)
		csv_free(&s->csv);
	str_release(&s->bytes);
	free(s->spans);
	free(s->cells.v);
	free(s->raw);
	free(s->text);
	free(s->name);
	free(s->encoding);
	free(s);
	*sheet = NULL;
}

char sheet_delimiter(const struct sheet *sheet)
{
	return sheet->delimiter;
}

const char *sheet_encoding(const struct sheet *sheet)
{
	return sheet->encoding;
}

void sheet_progress(const struct sheet *sheet, long long *done, long long *total)
{
	*done = sheet->done;
	*total = sheet->total;
}
