#include "config.h"

#include "isms/exchange/sheet.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <criterion/criterion.h>

#include "isms/util/mem.h"

static const struct sheet_dialect any = {0, NULL};

static FILE *fixture(const char *name)
{
	const char *dir = getenv("ISMS_SRCDIR");
	char *path = xasprintf("%s/tests/fixtures/csv/%s", dir ? dir : ".", name);
	FILE *f = fopen(path, "rb");

	cr_assert_not_null(f, "%s", path);
	free(path);
	return f;
}

static FILE *bytes(const void *s, size_t n)
{
	FILE *f = tmpfile();

	cr_assert_not_null(f);
	cr_assert_eq(fwrite(s, 1, n, f), n);
	rewind(f);
	return f;
}

static struct sheet *opened(FILE *f)
{
	struct sheet *sheet = NULL;
	struct err err = ERR_INIT;

	cr_assert(sheet_open(f, "test.csv", &any, &sheet, &err), "%s", err_msg(&err));
	return sheet;
}

/* The rows as "line:cell|cell/…", a NULL cell as ~. */
static void expect_rows(struct sheet *sheet, const char *want)
{
	struct str got = STR_INIT;
	const struct row *row;
	struct err err = ERR_INIT;
	size_t i;

	for (;;) {
		cr_assert(sheet_next(sheet, &row, &err), "%s", err_msg(&err));
		if (!row)
			break;
		str_addf(&got, "%ld:", row->line);
		if (row->fault)
			str_add(&got, "FAULT");
		for (i = 0; i < row->n && !row->fault; i++)
			str_addf(&got, "%s%s", i ? "|" : "",
				 row->cell[i].null ? "~" : row->cell[i].s);
		str_addc(&got, '/');
	}
	cr_assert_str_eq(str_get(&got), want);
	str_release(&got);
}

static void expect_bytes(const char *s, const char *want)
{
	FILE *f = bytes(s, strlen(s));
	struct sheet *sheet = opened(f);

	expect_rows(sheet, want);
	sheet_close(&sheet);
	fclose(f);
}

static void expect_error(FILE *f, const struct sheet_dialect *dialect, const char *part)
{
	struct sheet *sheet = NULL;
	const struct row *row = NULL;
	struct err err = ERR_INIT;
	bool ok = sheet_open(f, "test.csv", dialect, &sheet, &err);

	while (ok && (ok = sheet_next(sheet, &row, &err)) && row)
		;
	cr_assert_not(ok);
	cr_assert_not_null(strstr(err_msg(&err), part), "%s", err_msg(&err));
	err_release(&err);
	sheet_close(&sheet);
	fclose(f);
}

static void expect_german(const char *name, const char *encoding, const char *word)
{
	FILE *f = fixture(name);
	struct sheet *sheet = opened(f);
	const struct row *row;

	cr_assert_str_eq(sheet_encoding(sheet), encoding);
	cr_assert_eq(sheet_delimiter(sheet), ';');
	cr_assert(sheet_next(sheet, &row, NULL));
	cr_assert_eq(row->n, 9u);
	cr_assert_str_eq(row->cell[0].s, "Risiko ID");
	cr_assert_str_eq(row->cell[8].s, "Fällig");
	cr_assert(sheet_next(sheet, &row, NULL));
	cr_assert_str_eq(row->cell[1].s, word);
	cr_assert_str_eq(row->cell[2].s, "Wasser dringt ein;\r\nStrom fällt aus");
	cr_assert(sheet_next(sheet, &row, NULL));
	cr_assert_eq(row->line, 4);
	cr_assert_str_eq(row->cell[1].s, "Diebstahl \"über Mittag\"");
	cr_assert(row->cell[2].null);
	cr_assert(sheet_next(sheet, &row, NULL));
	cr_assert_null(row);
	sheet_close(&sheet);
	fclose(f);
}

Test(sheet, encodings)
{
	expect_german("german-bom-semicolon.csv", "UTF-8", "Überflutung im Keller");
	expect_german("german-utf16le.csv", "UTF-16LE", "Überflutung im Keller");
	expect_german("german-utf16be-no-mark.csv", "UTF-16BE", "Ueberflutung im Keller");
	expect_german("german-cp1252.csv", "CP1252", "Überflutung im Keller");
}

Test(sheet, encoding_by_name)
{
	static const struct sheet_dialect cp437 = {',', "CP437"}, none = {',', "no-such"},
					  utf8 = {',', "UTF-8"};
	struct sheet *sheet = NULL;
	FILE *f = bytes("a\n\x81\n", 4);

	cr_assert(sheet_open(f, "test.csv", &cp437, &sheet, NULL));
	expect_rows(sheet, "1:a/2:ü/");
	sheet_close(&sheet);
	fclose(f);
	expect_error(bytes("a\n", 2), &none, "no such encoding");
	expect_error(bytes("a\nb\n\x81\n", 6), &utf8, "line 3");
	/* a byte that CP1252 does not have either */
	expect_error(bytes("a\nb\xe4\n\x81\n", 7), &any, "line 3");
}

Test(sheet, dialects)
{
	FILE *f = fixture("sep-line.csv");
	struct sheet *sheet = opened(f);

	cr_assert_eq(sheet_delimiter(sheet), '|');
	expect_rows(sheet, "2:name|type/3:Router|Network/");
	cr_assert(sheet_rewind(sheet, NULL));
	expect_rows(sheet, "2:name|type/3:Router|Network/");
	sheet_close(&sheet);
	fclose(f);
	f = fixture("tabs.csv");
	sheet = opened(f);
	cr_assert_eq(sheet_delimiter(sheet), '\t');
	expect_rows(sheet, "1:name|type|notes/2:Router|Network|in the cellar, left/"
			   "3:Switch|Network|~/");
	sheet_close(&sheet);
	fclose(f);
	expect_bytes("Register; all, of it\n\na;b;c\n1,5;2,5;3\n", "1:Register|all, of it/3:a|b|c/"
								   "4:1,5|2,5|3/");
}

Test(sheet, lines_and_blanks)
{
	FILE *f = fixture("line-ends.csv");
	struct sheet *sheet = opened(f);

	expect_rows(sheet, "1:name|type/2:Router|Network/5:Switch|Network/"
			   "6:Printer|Office\r\nand home/8:Last|One/");
	sheet_close(&sheet);
	fclose(f);
	expect_bytes("\n\r\n  \r\na , \" b \" ,\"\",\n", "4:a| b ||~/");
}

Test(sheet, nothing)
{
	expect_bytes("", "");
	expect_bytes("\xef\xbb\xbf", "");
}

Test(sheet, faults_of_the_file)
{
	expect_error(fixture("open-quote.csv"), &any, "line 3");
	expect_error(fixture("stray-quote.csv"), &any, "line 3");
	expect_error(bytes("a,\"b\"c\n", 7), &any, "line 1");
	expect_error(bytes("a\n\"x\"\n\"y\ny\",\"z\n", 15), &any, "line 4");
}

Test(sheet, nul_spoils_its_row_only)
{
	FILE *f = fixture("nul.csv");
	struct sheet *sheet = opened(f);

	expect_rows(sheet, "1:name|type/2:Router|Network/3:FAULT/4:Printer|Office/");
	sheet_close(&sheet);
	fclose(f);
}

static void add_many(struct str *s, char c, size_t n)
{
	while (n--)
		str_addc(s, c);
}

Test(sheet, limits)
{
	struct str s = STR_INIT;
	struct sheet *sheet;
	FILE *f;
	int i;

	str_add(&s, "a,b\n\"");
	add_many(&s, 'x', SHEET_FIELD_MAX + 1);
	str_add(&s, "\",b\n");
	add_many(&s, 'y', SHEET_FIELD_MAX * 3);
	str_add(&s, ",c\n1,2\n");
	for (i = 0; i < 5; i++) {
		add_many(&s, 'z', SHEET_FIELD_MAX - 1);
		str_addc(&s, ',');
	}
	str_addc(&s, '\n');
	add_many(&s, ',', 20000);
	str_add(&s, "\n3,4\n");
	f = bytes(s.s, s.len);
	sheet = opened(f);
	expect_rows(sheet, "1:a|b/2:FAULT/3:FAULT/4:1|2/5:FAULT/6:FAULT/7:3|4/");
	sheet_close(&sheet);
	fclose(f);
	str_release(&s);
}

Test(sheet, line_end_across_pieces)
{
	struct str s = STR_INIT;
	struct sheet *sheet;
	FILE *f;

	/* CR is the last byte of the first 64 KiB, its LF the first of the next. */
	str_add(&s, "a,b\r\n\"");
	add_many(&s, 'x', 65536 - s.len - 3);
	str_add(&s, "\",");
	str_add(&s, "\r\n1,2\r\n");
	f = bytes(s.s, s.len);
	sheet = opened(f);
	{
		const struct row *row;

		cr_assert(sheet_next(sheet, &row, NULL) && sheet_next(sheet, &row, NULL));
		cr_assert_eq(row->line, 2);
		cr_assert(sheet_next(sheet, &row, NULL));
		cr_assert_eq(row->line, 3);
		cr_assert_str_eq(row->cell[1].s, "2");
	}
	sheet_close(&sheet);
	fclose(f);
	str_release(&s);
}

Test(sheet, other_files_are_refused_by_name)
{
	static const struct {
		const char *bytes;
		size_t n;
		const char *part;
	} files[] = {
		{"PK\3\4....[Content_Types].xml", 27, "xlsx"},
		{"PK\3\4....mimetypeapplication/vnd.oasis.opendocument.spreadsheet", 62,
		 "OpenDocument"},
		{"PK\3\4....", 8, "zip"},
		{"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", 8, "xls"},
		{"%PDF-1.7", 8, "PDF"},
		{"\x89PNG\r\n\x1a\n", 8, "png"},
		{"SQLite format 3\0", 16, "SQLite"},
		{"diff --git a/x b/x\n", 19, "diff"},
		{"<!DOCTYPE html>\n", 16, "HTML"},
		{"[{\"a\": 1}]", 10, "JSON"},
		{"# Risks\n\n| ID | Risk |\n|----|------|\n| 1 | Fire |\n", 49, "Markdown"},
	};
	size_t i;

	for (i = 0; i < sizeof(files) / sizeof(*files); i++)
		expect_error(bytes(files[i].bytes, files[i].n), &any, files[i].part);
}

Test(sheet, a_pipe_can_be_read_twice)
{
	int ends[2];
	struct sheet *sheet;
	FILE *f;

	cr_assert_eq(pipe(ends), 0);
	cr_assert_eq(write(ends[1], "a,b\n1,2\n", 8), 8);
	close(ends[1]);
	f = fdopen(ends[0], "r");
	sheet = opened(f);
	expect_rows(sheet, "1:a|b/2:1|2/");
	cr_assert(sheet_rewind(sheet, NULL));
	expect_rows(sheet, "1:a|b/2:1|2/");
	sheet_close(&sheet);
	fclose(f);
}

/* The first row as "a|b", "?" where the file is refused. */
static void first_row(const char *s, struct str *out)
{
	FILE *f = bytes(s, strlen(s));
	const struct sheet_dialect commas = {',', NULL};
	struct sheet *sheet = NULL;
	const struct row *row = NULL;
	size_t i;

	str_clear(out);
	cr_assert(sheet_open(f, "test.csv", &commas, &sheet, NULL));
	if (!sheet_next(sheet, &row, NULL))
		str_add(out, "?");
	for (i = 0; row && i < row->n; i++) {
		str_addf(out, "%s%s", i ? "|" : "", row->cell[i].null ? "~" : row->cell[i].s);
		cr_expect_eq(strlen(row->cell[i].s), row->cell[i].len);
	}
	sheet_close(&sheet);
	fclose(f);
}

/* Only lines that end are parted without the parser. */
Test(sheet, plain_lines_are_what_the_parser_makes_of_them)
{
	static const char letters[] = "ab\"\", \t;";
	struct str with = STR_INIT, without = STR_INIT, want = STR_INIT, got = STR_INIT;
	unsigned seed = 1;
	int i, k, n;

	for (i = 0; i < 20000; i++) {
		str_clear(&without);
		str_add(&without, "x,"); /* never looks like a file of another sort */
		seed = seed * 1103515245u + 12345u;
		n = (int)(seed >> 16) % 10;
		for (k = 0; k < n; k++) {
			seed = seed * 1103515245u + 12345u;
			str_addc(&without, letters[(seed >> 16) % (sizeof(letters) - 1)]);
		}
		str_clear(&with);
		str_addf(&with, "%s\r\n", str_get(&without));
		first_row(str_get(&without), &want);
		first_row(str_get(&with), &got);
		/* a quote that stays open takes the line break in */
		if (strcmp(str_get(&want), "?") != 0)
			cr_assert_str_eq(str_get(&got), str_get(&want), "[%s]", str_get(&without));
		else
			cr_assert_str_eq(str_get(&got), "?", "[%s]", str_get(&without));
	}
	str_release(&with);
	str_release(&without);
	str_release(&want);
	str_release(&got);
}
