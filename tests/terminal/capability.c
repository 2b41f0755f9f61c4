/*
 * Runs a file of tests/capabilities: `capability FILE [-l | PATTERN…]`, the patterns
 * choosing cases by name, such as 'C055*'. See script.h for what is in it.
 */
#include "config.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "script.h"

static char *slurp(const char *path)
{
	FILE *f = fopen(path, "r");
	char *text = NULL;
	size_t size = 0;

	if (f) {
		if (getdelim(&text, &size, '\0', f) < 0) {
			free(text);
			text = NULL;
		}
		fclose(f);
	}
	return text;
}

int main(int argc, char **argv)
{
	struct script *scripts = NULL;
	struct tap_case *cases = NULL;
	char *text = argc > 1 ? slurp(argv[1]) : NULL;
	size_t n;
	int rc = 1;

	if (text) {
		n = script_part(argv[1], text, &scripts, &cases);
		rc = tap_run(cases, n, argc - 1, argv + 1);
		for (size_t i = 0; i < n; i++)
			free((char *)cases[i].name);
	} else {
		fprintf(stderr, "capability: cannot read '%s'\n", argc > 1 ? argv[1] : "");
	}
	free(cases);
	free(scripts);
	free(text);
	return rc;
}
