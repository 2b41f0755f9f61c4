#include "config.h"

#include "exchange.h"

/* Texts that spreadsheets, parsers and terminals stumble over. */
static const char *const hostile[] = {
	"=1+1",
	"+1",
	"-1",
	"@SUM(A1)",
	"\ttab",
	"\rcarriage",
	"\nline",
	"'quoted",
	"''twice",
	"＝wide",
	"＠wide",
	"a,b;c|d",
	"say \"hi\"",
	"\"",
	"two\r\nlines\rthree\n",
	" blanks ",
	"sep=;",
	"n/a",
	"--",
	"yes",
	"2026-01-01",
	"5.1",
	"isms-csv/1",
	"ünïcode ✓ \xf0\x9f\x94\x92",
	"a\xe2\x80\xae=b",
	"",
};

#define NHOSTILE (sizeof(hostile) / sizeof(*hostile))

static void save(struct world *w, struct record *rec)
{
	struct err err = ERR_INIT;

	cr_assert(store_begin(w->store, "add", &err), "%s", err_msg(&err));
	cr_assert(store_add(w->store, rec, &err), "%s", err_msg(&err));
	cr_assert(store_commit(w->store, NULL, &err), "%s", err_msg(&err));
}

static void hostile_assets(struct world *w)
{
	struct record *rec;
	long long first = 0;
	size_t i;

	for (i = 0; i < NHOSTILE; i++) {
		rec = record_new(&kind_asset);
		value_set_text(record_value(rec, "title"), *hostile[i] ? hostile[i] : "x");
		value_set_text(record_value(rec, "location"), hostile[i]);
		if (i % 2)
			value_set_text(record_value(rec, "notes"), hostile[NHOSTILE - 1 - i]);
		value_set_text(record_value(rec, "status"), "in use");
		if (i % 3)
			value_set_num(record_value(rec, "criticality"), (long long)i % 5 + 1);
		if (i % 4)
			value_set_num(record_value(rec, "critical"), i % 2);
		if (i == 3)
			value_set_text(record_value(rec, "category"), "Mitigate, =2+2");
		if (first)
			value_add_ref(record_value(rec, "depends_on"), first, "A-0001", "x");
		rec->archived = i == 5;
		save(w, rec);
		first = first ? first : rec->id;
		record_free(&rec);
	}
}

/* Out, into a new file, out again: the same bytes; and into the first once more
 * changes nothing. */
static void round_trip(enum format format)
{
	struct world a, b;
	size_t n = 0, m = 0;
	char *first, *second;

	world_open(&a);
	world_open(&b);
	hostile_assets(&a);
	first = export_all(&a, &kind_asset, format, "all", &n);
	import_file(&b, &kind_asset, text_file(first, n), NULL);
	expect(&b, (long)NHOSTILE, 0, 0, 0);
	cr_assert_eq(b.res.nremarks_all, 0, "%s", b.res.nremarks ? b.res.remarks[0].reason : "");
	second = export_all(&b, &kind_asset, format, "all", &m);
	cr_assert_eq(n, m);
	cr_assert_str_eq(first, second);
	import_file(&a, &kind_asset, text_file(first, n), NULL);
	expect(&a, 0, 0, (long)NHOSTILE, 0);
	free(first);
	free(second);
	world_close(&a);
	world_close(&b);
}

Test(export, round_trip_csv)
{
	round_trip(FORMAT_CSV);
}

Test(export, round_trip_csv_raw)
{
	round_trip(FORMAT_CSV_RAW);
}

Test(export, csv_for_spreadsheets)
{
	struct world w;
	size_t n = 0;
	char *s;

	world_open(&w);
	import_text(&w, &kind_asset,
		    "id,name,location,criticality,notes\nA1,=1+1,\"a \"\"b\"\"\",3,\n");
	s = export_all(&w, &kind_asset, FORMAT_CSV, "code,title,location,criticality,notes", &n);
	cr_assert_str_eq(s, "\xef\xbb\xbf\"code (isms-csv/1)\",\"title\",\"location\","
			    "\"criticality\",\"notes\"\r\n\"A1\",\"'=1+1\",\"a \"\"b\"\"\",3,\r\n");
	free(s);
	s = export_all(&w, &kind_asset, FORMAT_CSV_RAW, "code,title,location,criticality", &n);
	cr_assert_str_eq(s, "code,title,location,criticality\r\nA1,=1+1,\"a \"\"b\"\"\",3\r\n");
	free(s);
	s = export_all(&w, &kind_asset, FORMAT_TSV, "code,title", &n);
	cr_assert_str_eq(s, "code\ttitle\nA1\t=1+1\n");
	free(s);
	world_close(&w);
}

/* The mark is kept by whoever edits our file in a spreadsheet. */
Test(export, edited_and_imported_again)
{
	struct world w;
	char *s, *at;
	size_t n = 0;

	world_open(&w);
	import_text(&w, &kind_asset, "id,name,location\nA1,'=1,cellar\nA2,Switch,attic\n");
	s = export_all(&w, &kind_asset, FORMAT_CSV, "all", &n);
	at = strstr(s, "cellar");
	memcpy(at, "garden", 6);
	import_file(&w, &kind_asset, text_file(s, n), NULL);
	expect(&w, 0, 1, 1, 0);
	expect_field(&w, &kind_asset, "A1", "location", "garden");
	expect_field(&w, &kind_asset, "A1", "title", "'=1");
	/* the file has ver 1, the register 2: changed on both sides */
	memcpy(at, "pantry", 6);
	import_file(&w, &kind_asset, text_file(s, n), NULL);
	expect(&w, 0, 0, 1, 1);
	cr_assert_eq(w.res.stale, 1);
	expect_field(&w, &kind_asset, "A1", "location", "garden");
	free(s);
	world_close(&w);
}

Test(export, uid_goes_before_code)
{
	struct world a, b;
	size_t n = 0;
	char *s;

	world_open(&a);
	world_open(&b);
	import_text(&a, &kind_asset, "id,name\nA1,Router\n");
	import_text(&b, &kind_asset, "id,name\nA1,Another\n");
	s = export_all(&a, &kind_asset, FORMAT_CSV, "all", &n);
	import_file(&b, &kind_asset, text_file(s, n), NULL);
	expect(&b, 0, 0, 0, 1);
	expect_field(&b, &kind_asset, "A1", "title", "Another");
	free(s);
	world_close(&a);
	world_close(&b);
}

Test(export, archived_comes_along)
{
	struct world w;

	world_open(&w);
	import_text(&w, &kind_asset, "code,title,archived\nA1,Router,yes\nA2,Switch,no\n");
	expect(&w, 2, 0, 0, 0);
	import_text(&w, &kind_asset, "code,title,archived\nA1,Router,no\nA2,Switch,no\n");
	expect(&w, 0, 1, 1, 0);
	import_text(&w, &kind_asset, "code,title,archived\nA1,Router,no\nA2,Switch,no\n");
	expect(&w, 0, 0, 2, 0);
	world_close(&w);
}

Test(export, json)
{
	struct world w;
	size_t n = 0;
	char *s;

	world_open(&w);
	import_text(&w, &kind_asset, "id,name\nA1,x\n");
	import_text(
		&w, &kind_risk,
		"id,risk,likelihood,impact,treatment,asset,loss_low,due\n"
		"R1,\"say \"\"hi\"\"\n\\\",4,3,modify; share,A1,12.50,2026-01-02\nR2,b,,,,,,\n");
	s = export_all(&w, &kind_risk, FORMAT_JSONL,
		       "code,ver,archived,title,inherent_likelihood,treatment,assets,owner,"
		       "loss_low,due",
		       &n);
	cr_assert_str_eq(s,
			 "{\"code\":\"R1\",\"ver\":1,\"archived\":false,\"title\":\"say \\\"hi\\\" "
			 "\\\\\",\"inherent_likelihood\":4,\"treatment\":[\"modify\",\"share\"],"
			 "\"assets\":[\"A1\"],\"owner\":null,\"loss_low\":12.50,"
			 "\"due\":\"2026-01-02\"}\n"
			 "{\"code\":\"R2\",\"ver\":1,\"archived\":false,\"title\":\"b\","
			 "\"inherent_likelihood\":null,\"treatment\":[],\"assets\":[],"
			 "\"owner\":null,\"loss_low\":null,\"due\":null}\n",
			 "%s", s);
	free(s);
	s = export_all(&w, &kind_risk, FORMAT_JSON, "code", &n);
	cr_assert_str_eq(s, "[\n{\"code\":\"R1\"},\n{\"code\":\"R2\"}\n]\n");
	free(s);
	s = export_all(&w, &kind_threat, FORMAT_JSON, "code", &n);
	cr_assert_str_eq(s, "[]\n");
	free(s);
	world_close(&w);
}

Test(export, json_strings)
{
	struct str out = STR_INIT;

	json_string(&out, "a\x01\x7f\xff\xc3\xa4\xed\xa0\x80 \xe2\x80\xa8");
	cr_assert_str_eq(out.s,
			 "\"a\\u0001\\u007f\xef\xbf\xbdä\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd "
			 "\xe2\x80\xa8\"");
	str_release(&out);
}

Test(export, columns)
{
	struct export_columns columns;
	struct err err = ERR_INIT;
	enum format format;

	cr_assert(export_columns_parse(&kind_asset, "listed", &columns, &err));
	cr_assert_str_eq(export_column_name(&columns.v[0]), "code");
	export_columns_release(&columns);
	cr_assert(export_columns_parse(&kind_asset, "code, Name", &columns, &err));
	cr_assert_str_eq(export_column_name(&columns.v[1]), "title");
	export_columns_release(&columns);
	cr_assert(!export_columns_parse(&kind_asset, "code,titel", &columns, &err));
	cr_assert_eq(err.kind, ERR_USAGE);
	cr_assert_str_eq(err_msg(&err), "no field 'titel' in Assets; did you mean 'title'?");
	err_release(&err);
	cr_assert(format_find("csv-raw", &format));
	cr_assert_eq(format, FORMAT_CSV_RAW);
	cr_assert(!format_find("xls", &format));
	cr_assert_str_eq(format_name(FORMAT_JSONL), "jsonl");
}
