/* kinds[] is defined here, so that the library's own is not linked. */
#include "config.h"

#include "isms/model/kind.h"

#include <criterion/criterion.h>
#include <string.h>

static const struct field fields[] = {
	{.name = "title", .label = "Name"},	 {.name = "next_review", .label = "Review again"},
	{.name = "inherent", .label = "Impact"}, {.name = "current", .label = "Impact"},
	{.name = "level", .label = "Level"},	 {.name = "old_level", .label = "Level"},
};

#define KIND(n, t, p, code)                                                  \
	{                                                                    \
		.name = n, .title = t, .plural = p, .prefix = code,          \
		.fields = fields, .nfields = 6                               \
	}

static const struct kind risk = KIND("risk", "Risk", "Risks", "R");
static const struct kind method = KIND("risk_method", "Risk method", "Risk methods", "M");
static const struct kind person = KIND("person", "Person", "People", "P");
static const struct kind soa = KIND("soa_entry", "SoA entry", "Statement of Applicability", "SOA");
static const struct kind version = KIND("soa_version", "SoA version", "SoA versions", "SOV");
static const struct kind strasse = KIND("strasse", "Straße", "Straßen", "STR");

const struct kind *const kinds[] = {&method, &risk, &person, &soa, &version, &strasse, NULL};

static void must_find(const char *name, const struct kind *kind)
{
	const struct kind *found = kind_find(name);

	cr_expect_eq(found, kind, "'%s' finds %s", name, found ? found->name : "none");
}

Test(kind, found_by_any_of_its_names)
{
	must_find("risk", &risk);
	must_find("Risk", &risk);
	must_find("RISKS", &risk);
	must_find(" risks ", &risk);
	must_find("risk-method", &method);
	must_find("Risk Methods", &method);
	must_find("risk_method", &method);
	must_find("people", &person);
	must_find("soa-entry", &soa);
	must_find("statement of applicability", &soa);
	must_find("STRASSE", &strasse);
	must_find("straßen", &strasse);
}

Test(kind, found_by_the_prefix_of_its_codes)
{
	must_find("soa", &soa);
	must_find("SOV", &version);
	must_find("r", NULL);
}

Test(kind, found_by_a_beginning_that_only_one_has)
{
	must_find("soa e", &soa);
	must_find("soa_v", &version);
	must_find("peo", &person);
	must_find("per", &person);
	must_find("risk m", &method);
	must_find("statement", &soa);
	must_find("ris", NULL);
	must_find("pe", NULL);
	must_find("", NULL);
	must_find("---", NULL);
	must_find("zzz", NULL);
	must_find("riskss", NULL);
	must_find("sta", &soa);
}

Test(kind, fields)
{
	cr_expect_eq(kind_field(&risk, "next_review"), &fields[1]);
	cr_expect_null(kind_field(&risk, "Next_review"));
	cr_expect_eq(kind_field_find(&risk, "Next Review"), &fields[1]);
	cr_expect_eq(kind_field_find(&risk, "review-again"), &fields[1]);
	cr_expect_eq(kind_field_find(&risk, "NAME"), &fields[0]);
	cr_expect_eq(kind_field_find(&risk, "level"), &fields[4], "a name before a label");
	cr_expect_null(kind_field_find(&risk, "impact"), "two have this label");
	cr_expect_null(kind_field_find(&risk, ""));
	cr_expect_eq(kind_index(&risk, &fields[3]), 3);
}

Test(kind, groups)
{
	enum group group;

	for (group = GROUP_DASHBOARD; group < GROUP_COUNT; group++)
		cr_expect(*group_title(group));
	cr_expect_str_eq(group_title(GROUP_RISKS), "Risks");
	cr_expect_str_eq(group_title(GROUP_COUNT), "");
}
