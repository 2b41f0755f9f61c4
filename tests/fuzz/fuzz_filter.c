/*
 * Whatever is typed after '/', filter_parse() answers with a tree that keeps
 * what filter.h promises to the store, or with why not.
 */
#include "config.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "isms/model/filter.h"
#include "isms/model/kinds.h"
#include "isms/model/rules.h"
#include "isms/util/mem.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

#define DEPTH_MAX 1000 /* SQLite's limit on an expression */

static void must(bool holds)
{
	if (!holds)
		abort();
}

static bool has_order(const struct field *field)
{
	return !field || (field->type != FIELD_NOTE && field->type != FIELD_BOOL &&
			  field->type != FIELD_CHOICES && field->type != FIELD_REF &&
			  field->type != FIELD_REFS && field->type != FIELD_LINK);
}

static bool is_parsed(const struct field *field)
{
	return field && field->type != FIELD_TEXT && field->type != FIELD_NOTE &&
	       field->type != FIELD_REF && field->type != FIELD_REFS && field->type != FIELD_LINK;
}

static void check_leaf(const struct filter *f)
{
	must(!f->left && !f->right && f->text);
	if (f->op == FILTER_WORDS || f->op == FILTER_PATTERN) {
		must(*f->text && !f->field && !f->code);
		return;
	}
	must(f->code == !f->field);
	must(f->op != FILTER_EMPTY || f->field);
	if (f->op == FILTER_MATCH)
		must(!f->value.set && *f->text);
	else if (f->op != FILTER_EMPTY)
		must(f->value.set == is_parsed(f->field) && *f->text);
	if (f->op >= FILTER_LT)
		must(has_order(f->field));
	if (f->op == FILTER_HAS && f->field && f->field->type == FIELD_CHOICES)
		must(!strchr(f->value.text, ';'));
	if (f->op != FILTER_EMPTY && f->op != FILTER_MATCH && f->field &&
	    f->field->type == FIELD_TIME)
		must(!strcmp(f->text, f->value.text));
}

static void check_tree(const struct filter *f, int depth, int links)
{
	must(depth < DEPTH_MAX && links <= FILTER_LINKS);
	switch (f->op) {
	case FILTER_AND:
	case FILTER_OR:
		must(f->left && f->right && !f->text);
		check_tree(f->left, depth + 1, links);
		check_tree(f->right, depth + 1, links);
		break;
	case FILTER_NOT:
		must(f->left && !f->right && !f->text);
		check_tree(f->left, depth + 1, links);
		break;
	case FILTER_LINK:
		must(f->kind && !f->right && !f->text && (f->left || !f->field));
		if (f->left)
			check_tree(f->left, depth + 1, links + 1);
		break;
	default:
		check_leaf(f);
	}
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	char *text = xstrndup(size ? (const char *)data : "", size);
	struct rules rules = {.today = 20516, .currency = "EUR"};
	struct filter *filter = NULL;
	struct err err = ERR_INIT;

	method_default(&rules.method, 5);
	if (filter_parse(&rules, &kind_risk, text, &filter, &err)) {
		must(!err.msg);
		if (filter)
			check_tree(filter, 0, 0);
	} else {
		must(!filter && err.kind == ERR_USAGE && *err_msg(&err));
		must(err.place >= 0 && (size_t)err.place <= strlen(text) + 1);
	}
	filter_free(&filter);
	must(!filter);
	err_release(&err);
	method_release(&rules.method);
	free(text);
	return 0;
}
