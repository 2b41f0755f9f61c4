/*
 * A file of ours with anything in it, or anything at all under its name: the
 * store answers or says why not. Input that does not begin as a database does is
 * a list of changes to a good one, five bytes each: where (3), how, and what.
 */
#include "config.h"

#include <fcntl.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "../fault/ground.h"
#include "../fault/mutate.h"
#include "../fault/shim.h"

#include "isms/util/mem.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

enum { STEP = 5, NAME_MAX_LEN = 200 };

static struct shim shim; /* without a fault; it leaves the syncs out */
static char folder[NAME_MAX_LEN], path[NAME_MAX_LEN + 16];
static unsigned char *good;
static size_t good_size;

static void must(bool holds)
{
	if (!holds)
		abort();
}

static void clean(void)
{
	unlink(path);
	rmdir(folder);
	free(good);
}

static void read_good(void)
{
	FILE *f = fopen(path, "rb");
	long size;

	must(f && fseek(f, 0, SEEK_END) == 0 && (size = ftell(f)) > 0);
	rewind(f);
	good_size = (size_t)size;
	good = xmalloc(good_size);
	must(fread(good, 1, good_size, f) == good_size);
	fclose(f);
}

static void start(void)
{
	struct store_options opt = {.today = 20000, .who = "fuzz"};
	struct store *store = NULL;
	struct err err = ERR_INIT;
	const char *tmp = getenv("TMPDIR");

	shim_start(&shim);
	snprintf(folder, sizeof(folder), "%s/fuzz-XXXXXX", tmp ? tmp : "/tmp");
	must(mkdtemp(folder));
	snprintf(path, sizeof(path), "%s/f.isms", folder);
	must(store_create(path, &opt, &store, &err) && ground_add(store, "one", NULL, &err) &&
	     ground_title(store, 1, "two", &err) && ground_bulk(store, 20, &err));
	store_close(&store);
	read_good();
	atexit(clean);
}

static void change(unsigned char *bytes, const uint8_t *step)
{
	size_t at = ((size_t)step[0] << 16 | (size_t)step[1] << 8 | step[2]) % good_size;
	size_t run = step[3] / 4u + 1u;

	if (run > good_size - at)
		run = good_size - at;
	switch (step[3] % 4) {
	case 0:
		bytes[at] = step[4];
		break;
	case 1:
		bytes[at] ^= step[4];
		break;
	case 2:
		memset(bytes + at, step[4], run);
		break;
	default: /* what stands elsewhere, at a distance in pages of 512 */
		memmove(bytes + at, bytes + (at + step[4] * 512u) % (good_size - run), run);
		break;
	}
}

static void put(const uint8_t *bytes, size_t n)
{
	int fd = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);

	must(fd >= 0 && write(fd, bytes, n) == (ssize_t)n && close(fd) == 0);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static const char magic[] = "SQLite format 3";
	struct mutate_tally tally = {0};
	unsigned char *bytes;
	size_t i;

	if (!good)
		start();
	if (size >= sizeof(magic) && !memcmp(data, magic, sizeof(magic))) {
		put(data, size);
	} else {
		bytes = xmalloc(good_size);
		memcpy(bytes, good, good_size);
		for (i = 0; i + STEP <= size; i += STEP)
			change(bytes, data + i);
		put(bytes, good_size);
		free(bytes);
	}
	must(!mutate_use(path, &tally));
	return 0;
}
