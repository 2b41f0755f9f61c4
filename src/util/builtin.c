#include "config.h"

#include "isms/util/builtin.h"

#include <string.h>

const struct builtin *builtin_find(const char *name)
{
	const struct builtin *file;

	for (file = builtin_files; file->name; file++)
		if (!strcmp(file->name, name))
			return file;
	return NULL;
}
