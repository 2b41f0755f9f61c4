/*
 * The sheet over any bytes. The first byte chooses delimiter and encoding; the
 * rest is the file. Whatever it is: no crash, no endless loop, rows whose cells
 * can be read, the same the second time.
 */
#include "config.h"

#include "isms/exchange/sheet.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static bool read_all(struct sheet *sheet, size_t *sum)
{
	const struct row *row;
	size_t i;

	*sum = 0;
	do {
		if (!sheet_next(sheet, &row, NULL))
			return false;
		for (i = 0; row && i < row->n; i++) {
			if (row->cell[i].s[row->cell[i].len] ||
			    (row->cell[i].null && row->cell[i].len))
				abort();
			*sum += strlen(row->cell[i].s) * 31 + (size_t)row->line + 1;
		}
	} while (row);
	return true;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static const struct sheet_dialect dialects[] = {
		{0, NULL},	 {';', NULL},	{'\t', "UTF-8"},
		{0, "UTF-16LE"}, {0, "CP1252"}, {',', "UTF-7"},
	};
	const struct sheet_dialect *dialect;
	struct sheet *sheet = NULL;
	size_t first, second;
	FILE *f;
	bool ok;

	if (size < 2)
		return 0;
	dialect = &dialects[data[0] % (sizeof(dialects) / sizeof(*dialects))];
	f = fmemopen((void *)(size_t)(data + 1), size - 1, "r");
	if (!f)
		return 0;
	if (sheet_open(f, "fuzz", dialect, &sheet, NULL)) {
		ok = read_all(sheet, &first);
		if (!sheet_rewind(sheet, NULL) || read_all(sheet, &second) != ok || first != second)
			abort();
	}
	sheet_close(&sheet);
	fclose(f);
	return 0;
}
