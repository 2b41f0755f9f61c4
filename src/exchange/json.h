/*
 * JSON out. Valid whatever the record holds: text that is not UTF-8 gets U+FFFD.
 */
#ifndef ISMS_EXCHANGE_JSON_H
#define ISMS_EXCHANGE_JSON_H

#include "isms/exchange/export.h"

/* Minor units as a decimal number, "12.50". */
void json_money(struct str *out, long long minor);

#endif
