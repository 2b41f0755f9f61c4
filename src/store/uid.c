/* UUIDv7 (RFC 9562): ordered by time, so that the index on uid only grows. */
#include "config.h"

#include "local.h"

#include <sodium.h>
#include <string.h>
#include <time.h>

static void random_bytes(struct store *store, unsigned char *out, size_t n)
{
	if (store->random_left < n) {
		randombytes_buf(store->random, sizeof(store->random));
		store->random_left = sizeof(store->random);
	}
	store->random_left -= n;
	memcpy(out, store->random + store->random_left, n);
}

void uid_new(struct store *store, unsigned char uid[UID_LEN])
{
	struct timespec now;
	unsigned long long ms;
	int i;

	clock_gettime(CLOCK_REALTIME, &now);
	ms = (unsigned long long)now.tv_sec * 1000 + (unsigned long long)now.tv_nsec / 1000000;
	/* many in one millisecond count up; a clock that was set back must not
	 * break the order either */
	if (ms <= store->uid_ms) {
		ms = store->uid_ms;
		if (++store->uid_count > 0xfff) {
			store->uid_count = 0;
			ms++;
		}
	} else {
		store->uid_count = 0;
	}
	store->uid_ms = ms;
	random_bytes(store, uid + 8, 8);
	for (i = 0; i < 6; i++)
		uid[i] = (unsigned char)(ms >> (40 - 8 * i));
	uid[6] = (unsigned char)(0x70 | store->uid_count >> 8);
	uid[7] = (unsigned char)store->uid_count;
	uid[8] = (unsigned char)(0x80 | (uid[8] & 0x3f));
}

void uid_hex(const unsigned char uid[UID_LEN], char hex[2 * UID_LEN + 1])
{
	sodium_bin2hex(hex, 2 * UID_LEN + 1, uid, UID_LEN);
}

bool uid_parse(const char *text, unsigned char uid[UID_LEN])
{
	const char *end;
	size_t n;

	return sodium_hex2bin(uid, UID_LEN, text, strlen(text), "-", &n, &end) == 0 &&
	       n == UID_LEN && !*end;
}
