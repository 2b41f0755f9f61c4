/*
 * Feeds LLVMFuzzerTestOneInput() without libFuzzer, so that gcc can build the
 * fuzz targets too:
 *
 *	fuzz_x [-n N] [-s SEED] [SECONDS] [FILE|FOLDER ...]
 *
 * First every file is run as it is. Then come N inputs (10000 without
 * files, else none), or as many as SECONDS allow, made by mutating the files
 * and some texts that are often trouble. Input i depends on SEED + i only: when
 * one fails, "-n 1 -s" with the seed that is told runs it alone.
 */
#include "config.h"

#include <dirent.h>
#include <signal.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

#define INPUT_MAX 4096
#define DEFAULT_RUNS 10000

struct bytes {
	uint8_t *data;
	size_t len;
};

struct corpus {
	struct bytes *items;
	size_t n;
};

/* Read by the handler of fatal signals alone. */
static volatile sig_atomic_t seed_high, seed_low;

static const char *const pieces[] = {
	"\xff",
	"\xc3",
	"\xe2\x82",
	"\xf0\x9f\x91\x8d",
	"\xcc\x81",
	"\xe2\x80\xae",
	"\xe2\x80\x8d",
	"\xc2\xa0",
	"\xc2\x85",
	"\xef\xb8\x8f",
	"\xf0\x9f\x87\xa9",
	"\xe6\xbc\xa2",
	"\xe1\x85\xa1",
	"\xc3\x9f",
	"\xe2\x84\x8c",
	"\xef\xbc\x91",
	"\r\n",
	"\n",
	"\t",
	" ",
	"\x1b[",
	"\x7f",
	"\"",
	",",
	";",
	"'",
	"2026-12-31",
	"31.12.2026",
	"03/04/2026",
	"31-Dec-26",
	"+2w",
	"-3d",
	"15th",
	"eoq",
	"fri",
	"today",
	"T14:05",
	" 9:05",
	"0",
	"9",
	"99999999999999999999",
	"A.5.10",
	"+9999y",
	"-999m",
	"24:00",
	"29 feb 1900",
	"",
};

/* splitmix64 by Sebastiano Vigna: any seed is a good one. */
static uint64_t next(uint64_t *state)
{
	uint64_t z = (*state += UINT64_C(0x9e3779b97f4a7c15));

	z = (z ^ (z >> 30)) * UINT64_C(0xbf58476d1ce4e5b9);
	z = (z ^ (z >> 27)) * UINT64_C(0x94d049bb133111eb);
	return z ^ (z >> 31);
}

static size_t below(uint64_t *state, size_t n)
{
	return n ? (size_t)(next(state) % n) : 0;
}

static void fail(const char *what)
{
	perror(what);
	exit(2);
}

static void *room(void *old, size_t size)
{
	void *p = realloc(old, size);

	if (!p)
		fail("fuzz");
	return p;
}

/* ---- files ---- */

static void add_file(struct corpus *corpus, const char *path)
{
	FILE *f = fopen(path, "rb");
	struct bytes b = {0};
	size_t got;

	if (!f)
		fail(path);
	do {
		b.data = room(b.data, b.len + INPUT_MAX);
		got = fread(b.data + b.len, 1, INPUT_MAX, f);
		b.len += got;
	} while (got);
	if (ferror(f))
		fail(path);
	fclose(f);
	corpus->items = room(corpus->items, (corpus->n + 1) * sizeof(*corpus->items));
	corpus->items[corpus->n++] = b;
}

static void add_folder(struct corpus *corpus, const char *path)
{
	struct dirent **names;
	int i, n = scandir(path, &names, NULL, alphasort);

	if (n < 0)
		fail(path);
	for (i = 0; i < n; i++) {
		size_t size = strlen(path) + strlen(names[i]->d_name) + 2;
		char *file = room(NULL, size);
		struct stat st;

		snprintf(file, size, "%s/%s", path, names[i]->d_name);
		if (!stat(file, &st) && S_ISREG(st.st_mode))
			add_file(corpus, file);
		free(file);
		free(names[i]);
	}
	free(names);
}

static void add_path(struct corpus *corpus, const char *path)
{
	struct stat st;

	if (stat(path, &st))
		fail(path);
	if (S_ISDIR(st.st_mode))
		add_folder(corpus, path);
	else
		add_file(corpus, path);
}

static void corpus_release(struct corpus *corpus)
{
	size_t i;

	for (i = 0; i < corpus->n; i++)
		free(corpus->items[i].data);
	free(corpus->items);
}

/* ---- mutation ---- */

static void splice(struct bytes *b, size_t at, size_t drop, const void *add, size_t len)
{
	if (drop > b->len - at)
		drop = b->len - at;
	if (b->len - drop + len > INPUT_MAX)
		return;
	memmove(b->data + at + len, b->data + at + drop, b->len - at - drop);
	if (len)
		memcpy(b->data + at, add, len);
	b->len += len - drop;
}

static void mutate(struct bytes *b, uint64_t *state)
{
	size_t at = below(state, b->len + 1), run = 1 + below(state, 16);
	const char *piece = pieces[below(state, sizeof(pieces) / sizeof(pieces[0]))];
	uint8_t byte = (uint8_t)next(state);

	switch (below(state, 6)) {
	case 0: /* flip a bit */
		if (at < b->len)
			b->data[at] ^= (uint8_t)(1u << below(state, 8));
		break;
	case 1:
		splice(b, at, below(state, 2), &byte, 1);
		break;
	case 2:
		splice(b, at, run, NULL, 0);
		break;
	case 3: /* repeat what stands there */
		if (run <= b->len - at) {
			uint8_t copy[16];

			memcpy(copy, b->data + at, run);
			splice(b, at, 0, copy, run);
		}
		break;
	default:
		splice(b, at, below(state, 2) * run, piece, strlen(piece));
		break;
	}
}

static void run_mutated(const struct corpus *corpus, uint64_t seed)
{
	struct bytes b = {.data = room(NULL, INPUT_MAX)};
	uint64_t state = seed;
	size_t steps = 1 + below(&state, 24);
	uint8_t *exact;

	seed_high = (sig_atomic_t)(seed >> 32);
	seed_low = (sig_atomic_t)(seed & 0xffffffff);
	if (corpus->n) {
		const struct bytes *from = &corpus->items[below(&state, corpus->n)];

		splice(&b, 0, 0, from->data, from->len < INPUT_MAX ? from->len : INPUT_MAX);
	}
	while (steps--)
		mutate(&b, &state);
	/* of its exact size, so that AddressSanitizer sees a byte too far */
	exact = room(NULL, b.len + 1);
	memcpy(exact, b.data, b.len);
	exact = room(exact, b.len ? b.len : 1);
	LLVMFuzzerTestOneInput(exact, b.len);
	free(exact);
	free(b.data);
}

/* ---- running ---- */

static void tell_seed(int sig)
{
	uint64_t seed = (uint64_t)(uint32_t)seed_high << 32 | (uint32_t)seed_low;
	char text[64] = "failed: -n 1 -s ", digits[20];
	size_t len = strlen(text), n = 0;

	do
		digits[n++] = (char)('0' + seed % 10);
	while (seed /= 10);
	while (n)
		text[len++] = digits[--n];
	text[len++] = '\n';
	if (write(STDERR_FILENO, text, len) < 0)
		_exit(1);
	signal(sig, SIG_DFL);
	raise(sig);
}

static uint64_t number(const char *text)
{
	char *end;
	uint64_t n = strtoull(text, &end, 10);

	if (!*text || *end) {
		fprintf(stderr, "fuzz: '%s' is not a number\n", text);
		exit(2);
	}
	return n;
}

static int all_digits(const char *text)
{
	return *text && !text[strspn(text, "0123456789")];
}

int main(int argc, char **argv)
{
	struct corpus corpus = {0};
	uint64_t runs = UINT64_MAX, done, seed = (uint64_t)time(NULL);
	time_t end = 0;
	size_t i;
	int opt;

	while ((opt = getopt(argc, argv, "n:s:")) != -1) {
		if (opt == 'n')
			runs = number(optarg);
		else if (opt == 's')
			seed = number(optarg);
		else
			return 2;
	}
	if (optind < argc && all_digits(argv[optind]))
		end = time(NULL) + (time_t)number(argv[optind++]);
	for (; optind < argc; optind++)
		add_path(&corpus, argv[optind]);
	if (runs == UINT64_MAX && !end)
		runs = corpus.n ? 0 : DEFAULT_RUNS;

	for (i = 0; i < corpus.n; i++)
		LLVMFuzzerTestOneInput(corpus.items[i].data, corpus.items[i].len);
	printf("%s: %zu files, seed %llu\n", argv[0], corpus.n, (unsigned long long)seed);
	fflush(stdout);
	signal(SIGABRT, tell_seed);
	signal(SIGSEGV, tell_seed);
	for (done = 0; done < runs && (!end || time(NULL) < end); done++)
		run_mutated(&corpus, seed + done);
	printf("%s: %llu inputs\n", argv[0], (unsigned long long)done);
	corpus_release(&corpus);
	return 0;
}
