#include "config.h"

#include "isms/util/pattern.h"

#include <stdlib.h>
#include <string.h>

#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>

#include "isms/util/ascii.h"
#include "isms/util/i18n.h"
#include "isms/util/mem.h"
#include "isms/util/text.h"

/* Steps of one search: about a millisecond. What needs more needs for ever. */
#define STEPS_MAX 100000
#define HEAP_MAX_KB 4096

struct pattern {
	pcre2_code *code;
	pcre2_match_data *data;
	pcre2_match_context *context;
};

static pcre2_code *compile(const char *text, size_t *at, struct err *err)
{
	const uint32_t flags = PCRE2_CASELESS | PCRE2_UTF | PCRE2_UCP | PCRE2_MULTILINE |
			       PCRE2_NEVER_BACKSLASH_C;
	PCRE2_UCHAR why[160];
	PCRE2_SIZE offset = 0;
	int code = 0;
	pcre2_code *compiled =
		pcre2_compile((PCRE2_SPTR)text, PCRE2_ZERO_TERMINATED, flags, &code, &offset, NULL);

	if (compiled)
		return compiled;
	if (at)
		*at = offset;
	if (pcre2_get_error_message(code, why, sizeof(why)) < 0)
		*why = '\0';
	err_set(err, ERR_USAGE, _("this is no pattern: %s"), (const char *)why);
	return NULL;
}

struct pattern *pattern_new(const char *text, size_t *at, struct err *err)
{
	struct pattern *pattern = NULL;
	pcre2_code *code = compile(text, at, err);
	char *bare;

	if (!code)
		return NULL;
	pattern = xcalloc(1, sizeof(*pattern));
	pattern->code = code;
	bare = text_bare(text);
	/* as it was typed it is a pattern; so it is without its accents, but if not */
	if (strcmp(bare, text) && (code = compile(bare, NULL, NULL))) {
		pcre2_code_free(pattern->code);
		pattern->code = code;
	}
	free(bare);
	/* where it may not make code, the pattern is interpreted: slower, no less true */
	pcre2_jit_compile(pattern->code, PCRE2_JIT_COMPLETE);
	pattern->data = xcheck(pcre2_match_data_create(1, NULL));
	pattern->context = xcheck(pcre2_match_context_create(NULL));
	pcre2_set_match_limit(pattern->context, STEPS_MAX);
	pcre2_set_heap_limit(pattern->context, HEAP_MAX_KB);
	return pattern;
}

void pattern_free(struct pattern **pattern)
{
	struct pattern *old = *pattern;

	if (!old)
		return;
	pcre2_match_context_free(old->context);
	pcre2_match_data_free(old->data);
	pcre2_code_free(old->code);
	free(old);
	*pattern = NULL;
}

static bool ascii_only(const char *s)
{
	while (*s && ascii_is(*s))
		s++;
	return !*s;
}

enum pattern_answer pattern_find(const struct pattern *pattern, const char *text)
{
	char *bare = ascii_only(text) ? NULL : text_bare(text);
	const char *s = bare ? bare : text;
	int found = pcre2_match(pattern->code, (PCRE2_SPTR)s, strlen(s), 0, 0, pattern->data,
				pattern->context);

	free(bare);
	if (found >= 0)
		return PATTERN_YES;
	return found == PCRE2_ERROR_NOMATCH ? PATTERN_NO : PATTERN_TOO_LONG;
}
