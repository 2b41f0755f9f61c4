/*
 * The Statement of Applicability (6.1.3 d) as it is read: in its themes, with what asks
 * for each control and what contradicts the entry; and Annex A of 2013 beside it.
 */
#ifndef ISMS_REPORT_SOA_H
#define ISMS_REPORT_SOA_H

#include "isms/model/rules.h"
#include "isms/report/answer.h"
#include "isms/util/str.h"

/* What is known of an entry; the columns of data/report/soa-entries.sql. */
enum soa_key {
	SOA_ID, SOA_CONTROL, SOA_CODE, SOA_REF, SOA_TITLE, SOA_THEME, SOA_APPLICABLE,
	SOA_REASONS, SOA_JUSTIFICATION, SOA_IMPLEMENTATION, SOA_HOW, SOA_DOCUMENTS,
	SOA_EVIDENCE, SOA_RESPONSIBLE, SOA_TARGET, SOA_LATE, SOA_RISKS, SOA_REQUIREMENTS,
	SOA_OLD, SOA_CHECKED, SOA_EFFECT, SOA_STATUS, SOA_KEYS
};

struct soa_row {
	bool heading;           /* of a theme: only theme and the counts are set */
	const char *theme;      /* key of control_themes; borrowed */
	long entries, decided, applicable, implemented;
	long long id;           /* of the entry */
	char **text;            /* SOA_KEYS of them, borrowed; NULL: nothing */
};

struct soa {
	struct soa_row *v;      /* each theme followed by its entries; owned */
	size_t n, cap;
	long entries, decided, applicable, implemented, complete, contradictions;
	struct answer answer, version; /* version: of that in force, a row or none */
};

/* Of the entries that the filter finds; NULL: all. */
bool soa_read(struct store *store, const struct filter *filter, struct soa *soa,
              struct err *err);
void soa_release(struct soa *soa);

/* What stands in a column, for people, appended: reasons as letters ("RL"), a day that
 * has passed as "OVERDUE 9d". */
void soa_show(const struct rules *rules, const struct soa_row *row, enum soa_key key,
              struct str *out);
enum style soa_style(const struct rules *rules, const struct soa_row *row, enum soa_key key);

/* What contradicts the entry, translated: excluded though R-0003 needs it, in without a
 * reason, implemented while the control is only planned; NULL: nothing. Appended. */
bool soa_contradiction(const struct soa_row *row, struct str *out);

/* Decided, and with a reason where it is in or a justification where it is out. */
bool soa_complete(const struct soa_row *row);

const char *soa_title(enum soa_key key);        /* heading, translated */
const char *soa_name(enum soa_key key);         /* in CSV and JSON */

/* "R risk  L law …", appended. */
void soa_legend(const struct rules *rules, struct str *out);

/* "34 of 37 decided, 33 apply, 20 implemented", appended; of the whole or of a theme. */
void soa_counts(long entries, long decided, long applicable, long implemented, struct str *out);

/* ", version 2.0 of 2026-02-17 by Ann, 3 changed since" (brief: ", version 2.0, 3 changed
 * since"), or ", no version approved". Appended. */
void soa_version_text(const struct soa *soa, bool brief, struct str *out);

/* ---- Annex A of 2013 ----------------------------------------------------- */

enum old_key { OLD_ID, OLD_CODE, OLD_NUMBER, OLD_TITLE, OLD_CHAPTER, OLD_REFS, OLD_ANSWERS,
	OLD_STATES, OLD_KEYS };

/* Rows of OLD_KEYS texts in the order of the sections; none where the file has not the
 * controls of 2013 (catalogue annex-a-2013). */
bool soa_2013(struct store *store, struct answer *answer, struct err *err);

/* Of the states of the controls that took its place: "implemented" where all are, "not
 * started" where none has begun, "partly" between; "excluded", "undecided". */
const char *soa_old_state(char *const *row);

#endif
