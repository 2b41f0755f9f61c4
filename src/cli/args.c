#include "config.h"

#include "args.h"

#include <getopt.h>
#include <stdlib.h>
#include <string.h>

#include "isms/util/i18n.h"
#include "isms/util/mem.h"
#include "isms/util/str.h"

/* getopt_long() returns the index from here on, so that no letter is met. */
#define INDEX_BASE 256

static void keep(struct args *args, const char *name, const char *value)
{
	args->given = xgrow(args->given, args->n, &args->cap, sizeof(*args->given));
	args->given[args->n].name = name;
	args->given[args->n].value = value ? value : "";
	args->n++;
}

static const struct args_option *meant(const struct args_option *options, size_t n, int c)
{
	size_t i;

	for (i = 0; i < n; i++)
		if (c == INDEX_BASE + (int)i || (options[i].letter && c == options[i].letter))
			return &options[i];
	return NULL;
}

/* c is '?' or ':' */
static bool refused(int c, char **argv, struct err *err)
{
	const char *word = argv[optind - 1];

	if (c == ':')
		return err_set(err, ERR_USAGE, _("option '%s' needs a value"), word);
	if (optopt > 0 && optopt < INDEX_BASE)
		return err_set(err, ERR_USAGE, _("unknown option '-%c'"), optopt);
	if (optopt >= INDEX_BASE)
		return err_set(err, ERR_USAGE, _("option '%s' takes no value"), word);
	return err_set(err, ERR_USAGE, _("unknown option '%s'"), word);
}

bool args_parse(int argc, char **argv, bool stop, const struct args_option *options, size_t n,
		struct args *args, int *rest, struct err *err)
{
	struct option *longs = xcalloc(n + 1, sizeof(*longs));
	struct str letters = STR_INIT;
	bool ok = true;
	size_t i;
	int c;

	str_add(&letters, stop ? "+:" : ":");
	for (i = 0; i < n; i++) {
		longs[i].name = options[i].name;
		longs[i].has_arg = options[i].takes ? required_argument : no_argument;
		longs[i].val = INDEX_BASE + (int)i;
		if (options[i].letter)
			str_addc(&letters, options[i].letter);
		if (options[i].letter && options[i].takes)
			str_addc(&letters, ':');
	}
	optind = 0;     /* begin anew, also after other options (GNU, musl) */
	opterr = 0;
	while (ok && (c = getopt_long(argc, argv, str_get(&letters), longs, NULL)) != -1) {
		const struct args_option *option = meant(options, n, c);

		if (option)
			keep(args, option->name, option->takes ? optarg : "");
		else
			ok = refused(c, argv, err);
	}
	*rest = optind;
	str_release(&letters);
	free(longs);
	return ok;
}

void args_release(struct args *args)
{
	free(args->given);
	memset(args, 0, sizeof(*args));
}

const char *args_value(const struct args *args, const char *name)
{
	size_t i;

	for (i = args->n; i > 0; i--)
		if (!strcmp(args->given[i - 1].name, name))
			return args->given[i - 1].value;
	return NULL;
}
