/*
 * What a role asks of who gets it (7.2, 7.3): documents to be read and trainings
 * to be taken become records that fall due, a fortnight and a month from today.
 */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "isms/app/app.h"
#include "isms/model/kinds.h"
#include "isms/util/builtin.h"
#include "isms/util/mem.h"
#include "private.h"

enum { READ_DAYS = 14, TRAIN_DAYS = 30 };

struct task {
	bool training;
	long long id; /* of the version or the training */
};

struct tasks {
	struct task *v;
	size_t n, cap;
};

static bool add_task(void *ctx, size_t n, const char *const *names, const char *const *texts,
		     struct err *err)
{
	struct tasks *tasks = ctx;

	(void)n;
	(void)names;
	(void)err;
	tasks->v = xgrow(tasks->v, tasks->n, &tasks->cap, sizeof(*tasks->v));
	tasks->v[tasks->n].training = strcmp(texts[0], "attendance") == 0;
	tasks->v[tasks->n++].id = atoll(texts[1]);
	return true;
}

static bool save_task(struct app *app, const struct record *assignment, const struct task *task,
		      struct err *err)
{
	struct record *rec =
		record_new(task->training ? &kind_attendance : &kind_acknowledgement);
	const struct value *person = record_get(assignment, "person");
	bool ok;

	record_defaults(&app->rules, rec);
	value_add_ref(record_value(rec, task->training ? "training" : "version"), task->id, NULL,
		      NULL);
	value_add_ref(record_value(rec, "person"), person->refs[0].id, NULL, NULL);
	value_set_num(record_value(rec, task->training ? "planned" : "due"),
		      app->rules.today + (task->training ? TRAIN_DAYS : READ_DAYS));
	ok = store_add(app->store, rec, err);
	record_free(&rec);
	return ok;
}

static bool save_tasks(struct app *app, const struct record *assignment, const struct tasks *tasks,
		       struct err *err)
{
	char *why = xasprintf("prepare %s", assignment->code);
	bool ok = store_begin(app->store, why, err);

	for (size_t i = 0; ok && i < tasks->n; i++)
		ok = save_task(app, assignment, &tasks->v[i], err);
	if (ok)
		ok = store_commit(app->store, NULL, err);
	else
		store_rollback(app->store);
	free(why);
	return ok;
}

bool learning_prepare(struct app *app, const struct record *assignment, long *n, struct err *err)
{
	const struct builtin *sql = builtin_find("learn/tasks.sql");
	char *id = xasprintf("%lld", assignment->id);
	const char *params[] = {id};
	struct tasks tasks = {0};
	bool ok;

	if (sql)
		ok = store_ask(app->store, (const char *)sql->data, params, 1, add_task, &tasks,
			       err);
	else
		ok = err_set(err, ERR_FAILED, "data/learn/tasks.sql is missing");
	if (ok && tasks.n)
		ok = save_tasks(app, assignment, &tasks, err);
	*n = ok ? (long)tasks.n : 0;
	free(tasks.v);
	free(id);
	return ok;
}
