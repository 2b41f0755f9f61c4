#include "config.h"

#include "exchange.h"

static void one(struct world *w, const struct kind *kind, const char *name)
{
	import_file(w, kind, fixture(name), NULL);
}

/* ---- Columns ---------------------------------------------------------------------- */

static size_t columns_of(struct world *w, const struct kind *kind, const char *s,
			 struct import **im, const struct column **c, FILE **f)
{
	struct err err = ERR_INIT;

	*f = text_file(s, strlen(s));
	cr_assert(import_open(w->store, &w->rules, kind, *f, "test.csv", &w->opt, im, &err), "%s",
		  err_msg(&err));
	return import_columns(*im, c);
}

Test(import, columns_by_name_not_by_place)
{
	const struct column *c;
	struct import *im;
	struct world w;
	FILE *f;

	world_open(&w);
	cr_assert_eq(
		columns_of(&w, &kind_risk,
			   "Impact (1-5),Likelihood,Risk ID,scenario,Risk Level,Colour,,Colour,"
			   "residual_L_1to5\n1,2,R1,x,high,red,7,blue,3\n",
			   &im, &c, &f),
		9u);
	cr_assert_str_eq(c[0].field->name, "inherent_impact");
	cr_assert_str_eq(c[1].field->name, "inherent_likelihood");
	cr_assert_eq(c[2].target, TARGET_CODE);
	cr_assert_str_eq(c[3].field->name, "scenario");
	cr_assert_eq(c[4].target, TARGET_SCORE);
	cr_assert_str_eq(c[4].field->name, "inherent_level");
	cr_assert_eq(c[5].target, TARGET_NONE);
	cr_assert_str_eq(c[6].header, "Column 7");
	cr_assert_str_eq(c[7].header, "Colour (2)");
	cr_assert_str_eq(c[8].field->name, "residual_likelihood");
	cr_assert_str_eq(import_sample(im, 5, 0), "red");
	cr_assert_null(import_sample(im, 5, 1));
	import_close(&im);
	fclose(f);
	world_close(&w);
}

Test(import, by_hand_and_remembered)
{
	static const char csv[] = "Name,Colour,Weight\nRouter,red,heavy\n";
	struct world w;

	world_open(&w);
	w.map = "colour=location";
	import_text(&w, &kind_asset, csv);
	expect(&w, 1, 0, 0, 0);
	expect_field(&w, &kind_asset, "A-0001", "location", "red");
	expect_field(&w, &kind_asset, "A-0001", "notes", "Weight: heavy");
	w.map = "#3=";
	import_text(&w, &kind_asset, "Name,Colour,Weight\nRouter,blue,huge\n");
	expect(&w, 0, 1, 0, 0);
	expect_field(&w, &kind_asset, "A-0001", "location", "blue");
	expect_field(&w, &kind_asset, "A-0001", "notes", "Weight: heavy");
	w.map = NULL;
	import_text(&w, &kind_asset, "Name,Colour,Weight\nRouter,blue,tiny\n");
	expect(&w, 0, 0, 1, 0);
	world_close(&w);
}

Test(import, columns_that_are_not_there)
{
	struct world w;
	struct import *im;
	const struct column *c;
	struct err err = ERR_INIT;
	FILE *f;

	world_open(&w);
	columns_of(&w, &kind_asset, "Name,Colour\nx,y\n", &im, &c, &f);
	cr_assert(!import_map(im, "Size", "location", &err));
	cr_assert(!import_map(im, "Colour", "no such", &err));
	cr_assert_eq(err.kind, ERR_USAGE);
	cr_assert(!import_header(im, 9, &err));
	cr_assert_eq(import_header_line(im), 1);
	err_release(&err);
	import_close(&im);
	fclose(f);
	world_close(&w);
}

Test(import, greatest_of_several_impacts)
{
	static const char csv[] = "id,risk,likelihood,money,health\nR1,a,2,3,5\nR2,b,2,4,1\n";
	FILE *f = text_file(csv, strlen(csv));
	struct err err = ERR_INIT;
	struct import *im;
	struct world w;

	world_open(&w);
	cr_assert(import_open(w.store, &w.rules, &kind_risk, f, "x", &w.opt, &im, &err));
	cr_assert(import_map(im, "money", "inherent_impact", &err));
	cr_assert(import_map(im, "health", "inherent_impact", &err));
	cr_assert(import_run(im, NULL, &w.res, &err), "%s", err_msg(&err));
	expect(&w, 2, 0, 0, 0);
	expect_field(&w, &kind_risk, "R1", "inherent_impact", "5");
	expect_field(&w, &kind_risk, "R2", "inherent_impact", "4");
	import_close(&im);
	fclose(f);
	import_text(&w, &kind_risk, csv);
	expect(&w, 0, 0, 2, 0);
	world_close(&w);
}

/* ---- Files --------------------------------------------------------------------------- */

static void german(const char *name)
{
	struct world w;

	world_open(&w);
	one(&w, &kind_risk, name);
	expect(&w, 2, 0, 0, 0);
	expect_field(&w, &kind_risk, "R-1", "scenario", "Wasser dringt ein;\r\nStrom fällt aus");
	expect_field(&w, &kind_risk, "R-1", "inherent_likelihood", "3");
	expect_field(&w, &kind_risk, "R-1", "inherent_impact", "4");
	expect_field(&w, &kind_risk, "R-1", "treatment", "retain");
	expect_field(&w, &kind_risk, "R-1", "status", "identified");
	expect_field(&w, &kind_risk, "R-1", "due", "2026-12-31");
	expect_field(&w, &kind_risk, "R-1", "notes", "Auswirkung Ruf: 2");
	expect_field(&w, &kind_risk, "R-2", "title", "Diebstahl \"über Mittag\"");
	expect_field(&w, &kind_risk, "R-2", "notes", "Auswirkung Ruf: 1\nStatus: Neu erfunden");
	expect_remark(&w, 2, "Behandlung", "Retain");
	expect_remark(&w, 4, "Status", "not understood");
	one(&w, &kind_risk, name);
	expect(&w, 0, 0, 2, 0);
	cr_assert_eq(w.res.tx, 0);
	world_close(&w);
}

Test(import, german_files)
{
	german("german-bom-semicolon.csv");
	german("german-utf16le.csv");
	german("german-cp1252.csv");
}

Test(import, title_and_group_rows)
{
	struct world w;

	world_open(&w);
	one(&w, &kind_risk, "title-rows.csv");
	expect(&w, 3, 0, 0, 0);
	/* two above the header, two groups, a signature; the empty row counts nothing */
	cr_assert_eq(w.res.skipped, 5, "%ld", w.res.skipped);
	expect_field(&w, &kind_risk, "R3", "title", "Strike");
	world_close(&w);
}

Test(import, ragged_rows)
{
	struct world w;

	world_open(&w);
	one(&w, &kind_asset, "ragged.csv");
	expect(&w, 3, 0, 0, 1);
	expect_remark(&w, 3, NULL, "4 columns expected, 5 found: a comma");
	expect_field(&w, &kind_asset, "X3", "title", "Short");
	world_close(&w);
}

Test(import, nul_rejects_its_row)
{
	struct world w;

	world_open(&w);
	one(&w, &kind_asset, "nul.csv");
	expect(&w, 2, 0, 0, 1);
	expect_remark(&w, 3, NULL, "NUL");
	world_close(&w);
}

Test(import, nothing_in_it)
{
	struct world w;

	world_open(&w);
	import_text(&w, &kind_asset, "");
	expect(&w, 0, 0, 0, 0);
	import_text(&w, &kind_asset, "id,name\n");
	expect(&w, 0, 0, 0, 0);
	cr_assert_eq(w.res.rows, 0);
	world_close(&w);
}

static void nothing_written(struct world *w)
{
	bool empty = false;

	cr_assert(store_empty(w->store, &kind_asset, &empty, NULL));
	cr_assert(empty);
}

Test(import, a_broken_file_writes_nothing)
{
	struct world w;
	struct import *im;
	struct str csv = STR_INIT;
	struct err err = ERR_INIT;
	FILE *f = fixture("open-quote.csv");
	int i;

	world_open(&w);
	cr_assert(!import_open(w.store, &w.rules, &kind_asset, f, "x.csv", &w.opt, &im, &err));
	cr_assert_eq(err.kind, ERR_INPUT);
	cr_assert_not_null(strstr(err_msg(&err), "line 3"), "%s", err_msg(&err));
	err_release(&err);
	fclose(f);
	/* far down, where opening does not look */
	str_add(&csv, "name\n");
	for (i = 0; i < 50; i++)
		str_addf(&csv, "asset %d\n", i);
	str_add(&csv, "\"open\nmore\n");
	f = text_file(csv.s, csv.len);
	cr_assert(import_open(w.store, &w.rules, &kind_asset, f, "x.csv", &w.opt, &im, &err));
	cr_assert(!import_run(im, NULL, &w.res, &err));
	cr_assert_eq(err.kind, ERR_INPUT);
	cr_assert_not_null(strstr(err_msg(&err), "line 52"), "%s", err_msg(&err));
	nothing_written(&w);
	err_release(&err);
	import_close(&im);
	fclose(f);
	str_release(&csv);
	world_close(&w);
}

static bool stop_at_2000(void *ctx, long rows, long long bytes, long long total)
{
	(void)bytes;
	(void)total;
	*(long *)ctx = rows;
	return rows < 2000;
}

Test(import, cancelled_writes_nothing)
{
	struct str csv = STR_INIT;
	struct err err = ERR_INIT;
	struct import *im;
	struct world w;
	long seen = 0;
	FILE *f;
	int i;

	str_add(&csv, "name\n");
	for (i = 0; i < 3000; i++)
		str_addf(&csv, "asset %d\n", i);
	world_open(&w);
	w.opt.progress = stop_at_2000;
	w.opt.ctx = &seen;
	f = text_file(csv.s, csv.len);
	cr_assert(import_open(w.store, &w.rules, &kind_asset, f, "x.csv", &w.opt, &im, &err));
	cr_assert(!import_run(im, NULL, &w.res, &err));
	cr_assert_eq(err.kind, ERR_CANCELLED);
	cr_assert_eq(seen, 2000);
	nothing_written(&w);
	err_release(&err);
	import_close(&im);
	fclose(f);
	str_release(&csv);
	world_close(&w);
}

/* ---- Cells --------------------------------------------------------------------------- */

Test(import, scales)
{
	struct world w;

	world_open(&w);
	one(&w, &kind_risk, "scales.csv");
	expect(&w, 4, 0, 0, 2);
	expect_field(&w, &kind_risk, "S1", "inherent_likelihood", "4");
	expect_field(&w, &kind_risk, "S1", "inherent_impact", "3");
	expect_field(&w, &kind_risk, "S2", "inherent_likelihood", "4");
	expect_field(&w, &kind_risk, "S4", "inherent_likelihood", "5");
	expect_field(&w, &kind_risk, "S6", "inherent_likelihood", "~");
	expect_remark(&w, 4, "likelihood", "outside");
	expect_remark(&w, 6, "likelihood", "no word");
	expect_remark(&w, 3, "score", "another level");
	cr_assert_eq(w.res.differ, 1);
	world_close(&w);
}

Test(import, rescaled)
{
	struct world w;

	world_open(&w);
	w.opt.rescale = true;
	import_text(&w, &kind_risk,
		    "id,risk,likelihood (1-10),impact\nR1,a,10,80%\nR2,b,1,0%\n"
		    "R3,c,5,3\nR4,d,11,3\n");
	expect(&w, 3, 0, 0, 1);
	expect_field(&w, &kind_risk, "R1", "inherent_likelihood", "5");
	expect_field(&w, &kind_risk, "R1", "inherent_impact", "4");
	expect_field(&w, &kind_risk, "R2", "inherent_impact", "1");
	expect_field(&w, &kind_risk, "R3", "inherent_likelihood", "3");
	world_close(&w);
}

Test(import, words_on_a_smaller_scale)
{
	struct world w;

	world_open(&w);
	method_release(&w.rules.method);
	method_default(&w.rules.method, 3);
	import_text(&w, &kind_risk,
		    "id,risk,likelihood,impact\nR1,a,high,very high\nR2,b,low,med\n"
		    "R3,c,4,1\n");
	expect(&w, 2, 0, 0, 1);
	expect_field(&w, &kind_risk, "R1", "inherent_likelihood", "3");
	expect_field(&w, &kind_risk, "R2", "inherent_likelihood", "2");
	expect_field(&w, &kind_risk, "R2", "inherent_impact", "2");
	world_close(&w);
}

Test(import, dates)
{
	struct world w;

	world_open(&w);
	one(&w, &kind_risk, "dates.csv");
	/* 25/04 decides its column; nothing decides the other */
	expect(&w, 1, 0, 0, 3);
	expect_remark(&w, 2, "target date", "two days");
	expect_remark(&w, 3, "target date", "two days");
	expect_remark(&w, 5, "target date", "a day or a year");
	expect_field(&w, &kind_risk, "D3", "identified_on", "2025-12-09");
	w.opt.dates = 'm';
	one(&w, &kind_risk, "dates.csv");
	expect(&w, 2, 0, 1, 1);
	expect_field(&w, &kind_risk, "D1", "identified_on", "2026-04-25");
	expect_field(&w, &kind_risk, "D1", "due", "2026-03-04");
	expect_field(&w, &kind_risk, "D2", "identified_on", "2026-04-03");
	import_text(&w, &kind_risk,
		    "id,risk,due\nE1,a,May 2018\nE2,b,2026-02-01 10:30\nE3,c,mon\n"
		    "E4,d,2026/05/06\nE5,e,25/13/2026\n");
	expect(&w, 3, 0, 0, 2);
	expect_field(&w, &kind_risk, "E1", "due", "2018-05-01");
	expect_field(&w, &kind_risk, "E2", "due", "2026-02-01");
	expect_field(&w, &kind_risk, "E4", "due", "2026-05-06");
	world_close(&w);
}

Test(import, choices)
{
	struct world w;

	world_open(&w);
	import_text(&w, &kind_risk,
		    "id,risk,treatment,status\nR1,a,\"Mitigate, Transfer\",in_treatment\n"
		    "R2,b,do not accept,IN-TREATMENT\nR3,c,Reduce,Closed\n");
	expect(&w, 3, 0, 0, 0);
	expect_field(&w, &kind_risk, "R1", "treatment", "modify; share");
	expect_field(&w, &kind_risk, "R1", "status", "in treatment");
	expect_field(&w, &kind_risk, "R2", "treatment", "~");
	expect_field(&w, &kind_risk, "R2", "notes", "treatment: do not accept");
	expect_field(&w, &kind_risk, "R3", "status", "closed");
	import_text(&w, &kind_asset,
		    "id,name,critical,priority of mine,criticality\n"
		    "A1,a,Ja (sehr),P2,high\nA2,b,vielleicht,,6\n");
	expect(&w, 1, 0, 0, 1);
	expect_field(&w, &kind_asset, "A1", "critical", "yes");
	expect_field(&w, &kind_asset, "A1", "criticality", "4");
	import_text(&w, &kind_risk, "id,risk,priority\nP1,a,P2\nP2,b,9\n");
	expect(&w, 1, 0, 0, 1);
	expect_field(&w, &kind_risk, "P1", "priority", "2");
	world_close(&w);
}

Test(import, words_of_the_table_are_choices)
{
	cr_assert_str_eq(import_word("risk.treatment", "Mitigate"), "modify");
	cr_assert_str_eq(import_word("soa.implementation", "In_Progress"), "partly");
	cr_assert_str_eq(import_word("scale.word", "SEHR HOCH"), "5");
	cr_assert_str_eq(import_word("bool", "Ja"), "yes");
	cr_assert_null(import_word("bool", "perhaps"));
	cr_assert_null(import_word("no.such", "yes"));
}

/* ---- Records ------------------------------------------------------------------------- */

Test(import, titles)
{
	struct world w;

	world_open(&w);
	import_text(
		&w, &kind_risk,
		"id,description,threat\n"
		"R1,\"A very long story\nthat nobody would want to read as a title, since a title "
		"fits on one line of a list\",x\nR2,,Flood\nR3,,\n");
	expect(&w, 2, 0, 0, 1);
	expect_field(&w, &kind_risk, "R1", "title",
		     "A very long story that nobody would want to read as a title, since a title…");
	expect_field(&w, &kind_risk, "R2", "title", "Flood");
	world_close(&w);
}

Test(import, notes_survive)
{
	static const char csv[] = "id,name,Colour\nA1,Router,red\n";
	struct world w;
	struct record *rec = NULL;
	long long id;

	world_open(&w);
	import_text(&w, &kind_asset, csv);
	cr_assert(store_find_code(w.store, &kind_asset, "A1", &id, NULL));
	cr_assert(store_get(w.store, &kind_asset, id, &rec, NULL));
	value_set_text(record_value(rec, "notes"), "mine\nColour: red\nmore");
	cr_assert(store_begin(w.store, "edit", NULL) && store_update(w.store, rec, NULL, NULL) &&
		  store_commit(w.store, NULL, NULL));
	record_free(&rec);
	import_text(&w, &kind_asset, csv);
	expect(&w, 0, 0, 1, 0);
	import_text(&w, &kind_asset, "id,name,Colour\nA1,Router,blue\n");
	expect(&w, 0, 1, 0, 0);
	expect_field(&w, &kind_asset, "A1", "notes", "mine\nColour: red\nmore\nColour: blue");
	world_close(&w);
}

Test(import, only_columns_of_the_file_are_written)
{
	struct world w;

	world_open(&w);
	import_text(&w, &kind_asset, "id,name,location,category\nA1,Router,cellar,network\n");
	import_text(&w, &kind_asset, "id,name,category\nA1,Router,\n");
	expect(&w, 0, 1, 0, 0);
	expect_field(&w, &kind_asset, "A1", "location", "cellar");
	expect_field(&w, &kind_asset, "A1", "category", "~");
	expect_field(&w, &kind_asset, "A1", "status", "in use");
	w.opt.add_only = true;
	import_text(&w, &kind_asset, "id,name,location\nA1,Router,attic\nA2,Switch,attic\n");
	expect(&w, 1, 0, 0, 0);
	w.opt.add_only = false;
	w.opt.update_only = true;
	import_text(&w, &kind_asset, "id,name,location\nA1,Router,attic\nA3,Host,attic\n");
	expect(&w, 0, 1, 0, 0);
	world_close(&w);
}

Test(import, same_titles_without_codes)
{
	static const char csv[] = "name,location\nPrinter,first\nPrinter,second\nRouter,cellar\n"
				  "Printer,third\n";
	struct world w;

	world_open(&w);
	import_text(&w, &kind_asset, csv);
	expect(&w, 4, 0, 0, 0);
	import_text(&w, &kind_asset, csv);
	expect(&w, 0, 0, 4, 0);
	import_text(&w, &kind_asset, "name,location\nPrinter,first\nPrinter,attic\nprinter,x\n");
	expect(&w, 1, 1, 1, 0);
	expect_field(&w, &kind_asset, "A-0002", "location", "attic");
	world_close(&w);
}

Test(import, code_twice)
{
	struct world w;

	world_open(&w);
	import_text(&w, &kind_asset, "id,name\nA1,Router\nA1,Switch\n\"A,2\",Host\n");
	expect(&w, 1, 0, 0, 2);
	expect_remark(&w, 3, NULL, "twice");
	expect_remark(&w, 4, "id", "code");
	world_close(&w);
}

Test(import, life_cycle)
{
	struct world w;

	world_open(&w);
	import_text(&w, &kind_risk, "id,risk,status\nR1,a,identified\nR2,b,closed\n");
	expect(&w, 2, 0, 0, 0);
	import_text(&w, &kind_risk, "id,risk,status\nR1,a,closed\nR2,b,closed\n");
	expect(&w, 0, 1, 1, 0);
	expect_remark(&w, 2, "status", "next is");
	expect_field(&w, &kind_risk, "R1", "status", "closed");
	import_text(&w, &kind_risk, "id,risk,status\nR1,something else,closed\n");
	expect(&w, 0, 1, 0, 0);
	expect_remark(&w, 2, "risk", "is it the same");
	world_close(&w);
}

/* ---- References ------------------------------------------------------------------------ */

Test(import, references)
{
	struct world w;

	world_open(&w);
	import_text(&w, &kind_asset,
		    "id,name\nA1,Router\nA2,\"SaaS (tickets, storage)\"\n"
		    "A3,\"Left, right\"\n");
	import_text(&w, &kind_risk,
		    "id,risk,asset,owner\nR1,a,\"A1; router\nA2\",Nobody\n"
		    "R2,b,\"SaaS (tickets, storage), Left, right\",\n"
		    "R3,c,\"Left, right\",\nR4,d,\"A1, A9\",\n");
	expect(&w, 4, 0, 0, 0);
	cr_assert_eq(w.res.unresolved, 4);
	expect_field(&w, &kind_risk, "R1", "assets", "A1; A2");
	expect_field(&w, &kind_risk, "R1", "notes", "owner: Nobody");
	expect_field(&w, &kind_risk, "R2", "assets", "A2");
	expect_field(&w, &kind_risk, "R3", "assets", "A3");
	expect_field(&w, &kind_risk, "R4", "assets", "A1");
	expect_field(&w, &kind_risk, "R4", "notes", "asset: A9");
	world_close(&w);
}

Test(import, references_are_made_once)
{
	static const char csv[] = "id,risk,asset,owner\nR1,a,\"Router, Switch\",IT\n"
				  "R2,b,Router,IT\nR3,c,router,it\n";
	struct world w;

	world_open(&w);
	w.opt.create_refs = true;
	import_text(&w, &kind_risk, csv);
	expect(&w, 3, 0, 0, 0);
	cr_assert_eq(w.res.created, 3, "%ld", w.res.created);
	expect_field(&w, &kind_risk, "R3", "assets", "A-0001");
	expect_field(&w, &kind_risk, "R3", "owner", "P-0001");
	expect_field(&w, &kind_asset, "A-0002", "title", "Switch");
	import_text(&w, &kind_risk, csv);
	expect(&w, 0, 0, 3, 0);
	cr_assert(store_undo(w.store, 0, NULL, NULL));
	nothing_written(&w);
	world_close(&w);
}

Test(import, references_to_later_rows)
{
	struct world w;

	world_open(&w);
	one(&w, &kind_asset, "assets-forward.csv");
	expect(&w, 3, 0, 0, 0);
	expect_field(&w, &kind_asset, "F1", "depends_on", "F2");
	expect_field(&w, &kind_asset, "F2", "depends_on", "F3");
	expect_field(&w, &kind_asset, "F2", "notes", "depends_on: nothing");
	cr_assert_eq(w.res.unresolved, 1);
	one(&w, &kind_asset, "assets-forward.csv");
	expect(&w, 0, 0, 3, 0);
	world_close(&w);
}

static void some_controls(struct world *w)
{
	import_text(
		w, &kind_control,
		"code,title\nA.5.1,Policies for information security\nA.5.2,Roles\n"
		"A.5.17,Authentication information\nA.5.20,Supplier agreements\n"
		"A.7.1,Perimeters\nA.7.2,Entry\nA.7.4,Monitoring\nA.8.5,Secure authentication\n");
	expect(w, 8, 0, 0, 0);
}

Test(import, controls)
{
	struct world w;

	world_open(&w);
	some_controls(&w);
	one(&w, &kind_risk, "controls.csv");
	expect(&w, 8, 0, 0, 0);
	expect_field(&w, &kind_risk, "C1", "controls", "A.5.1");
	expect_field(&w, &kind_risk, "C2", "controls", "A.7.1; A.7.2; A.7.4");
	expect_field(&w, &kind_risk, "C3", "controls", "A.5.17; A.8.5");
	expect_field(&w, &kind_risk, "C4", "controls", "A.5.1");
	expect_field(&w, &kind_risk, "C5", "controls", "~");
	expect_field(&w, &kind_risk, "C6", "controls", "~");
	expect_field(&w, &kind_risk, "C7", "controls", "~");
	expect_field(&w, &kind_risk, "C8", "controls", "A.5.1");
	expect_field(&w, &kind_risk, "C6", "notes", "control ref: 5.0999");
	expect_remark(&w, 6, "control ref", "no number of a control");
	cr_assert_eq(w.res.unresolved, 3);
	world_close(&w);
}

Test(import, a_spoilt_number_by_the_title_beside)
{
	struct world w;

	world_open(&w);
	some_controls(&w);
	import_text(&w, &kind_soa_entry,
		    "control id,control name,applicable,justification\n"
		    "5.2,Supplier agreements,yes,x\n5.1,Roles,yes,x\n5.17,Anmeldung,no,because\n");
	expect(&w, 2, 0, 0, 1);
	expect_remark(&w, 2, "control id", "title stands beside");
	expect_remark(&w, 3, "control id", "two controls");
	import_text(&w, &kind_soa_entry, "control id,applicable,justification\nA.5.20,no,new\n");
	expect(&w, 0, 1, 0, 0);
	world_close(&w);
}

/* ---- Rejects --------------------------------------------------------------------------- */

static void replace(char *s, const char *what, const char *with)
{
	char *at = strstr(s, what);

	cr_assert_not_null(at, "no '%s' in %s", what, s);
	cr_assert_eq(strlen(what), strlen(with));
	memcpy(at, with, strlen(with));
}

Test(import, mended_rejects_import)
{
	struct world w;
	char *s = NULL;
	size_t n = 0;
	FILE *rejects = open_memstream(&s, &n);
	static const char csv[] = "id,risk,likelihood,Colour\nR1,=1+1,9,'red\nR2,ok,2,blue\n"
				  "R3,a, b,3,x\n";

	world_open(&w);
	import_file(&w, &kind_risk, text_file(csv, strlen(csv)), rejects);
	fclose(rejects);
	expect(&w, 1, 0, 0, 2);
	cr_assert_not_null(strstr(s, "\"'=1+1\""), "%s", s);
	cr_assert_not_null(strstr(s, ",4,,,\"4 columns expected, 5 found"), "%s", s);
	replace(s, "\"9\"", "\"3\"");
	replace(s, "\"a\",\"b\",\"3,x\"", "\"a b\",\"3\",\"x\"");
	import_file(&w, &kind_risk, text_file(s, n), NULL);
	expect(&w, 2, 0, 0, 0);
	expect_field(&w, &kind_risk, "R1", "title", "=1+1");
	expect_field(&w, &kind_risk, "R1", "inherent_likelihood", "3");
	expect_field(&w, &kind_risk, "R1", "notes", "Colour: 'red");
	expect_field(&w, &kind_risk, "R3", "notes", "Colour: x");
	free(s);
	world_close(&w);
}

/* ---- What people published --------------------------------------------------------------- */

static FILE *sample(const char *name)
{
	const char *dir = getenv("ISMS_SRCDIR");
	char *path = xasprintf("%s/../shared/samples/%s", dir ? dir : ".", name);
	FILE *f = fopen(path, "rb");

	free(path);
	if (!f)
		cr_skip_test("no samples here");
	return f;
}

static void twice(struct world *w, const struct kind *kind, const char *name, long rows,
		  long rejected)
{
	import_file(w, kind, sample(name), NULL);
	expect(w, rows, 0, 0, rejected);
	import_file(w, kind, sample(name), NULL);
	expect(w, 0, 0, rows, rejected);
	cr_assert_eq(w->res.tx, 0);
}

Test(import, samples)
{
	struct world w;

	world_open(&w);
	twice(&w, &kind_asset, "A10__assets_inventory.csv", 9, 1);
	twice(&w, &kind_risk, "R12__risk_register_backup_v1_1.csv", 30, 0);
	expect_field(&w, &kind_risk, "R01", "assets", "A01");
	world_close(&w);
	world_open(&w);
	twice(&w, &kind_risk, "R04__risikoregister.csv", 7, 0);
	expect_field(&w, &kind_risk, "R-002", "inherent_impact", "4");
	expect_field(&w, &kind_risk, "R-004", "treatment", "retain");
	world_close(&w);
	world_open(&w);
	twice(&w, &kind_risk, "R13__risk-register.csv", 22, 0);
	expect_field(&w, &kind_risk, "R-001", "inherent_likelihood", "4");
	expect_field(&w, &kind_risk, "R-001", "inherent_impact", "5");
	world_close(&w);
	world_open(&w);
	twice(&w, &kind_risk, "R14__risk-register.csv", 10, 0);
	expect_field(&w, &kind_risk, "RISK-002", "title",
		     "Credential theft via targeted phishing attack");
	world_close(&w);
}
