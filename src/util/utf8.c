#include "config.h"

#include "utf8.h"

#include <stdint.h>

#include <unistr.h>
#include <uniwidth.h>

size_t utf8_decode(const char *s, size_t n, ucs4_t *uc)
{
	const ucs4_t replacement = 0xfffd;
	int len = u8_mbtoucr(uc, (const uint8_t *)s, n);

	if (len > 0)
		return (size_t)len;
	*uc = replacement;
	return 1;
}

void utf8_add(struct str *out, ucs4_t uc)
{
	uint8_t buf[6];
	int len = u8_uctomb(buf, uc, sizeof(buf));

	if (len > 0)
		str_addn(out, (const char *)buf, (size_t)len);
}

int utf8_cells(ucs4_t uc)
{
	int w;

	if (uc < 0x80)
		return 1;
	w = uc_width(uc, "UTF-8");
	return w > 0 ? w : 0;
}
