#include "config.h"

#include "isms/app/place.h"

#include "isms/app/command.h"
#include "isms/util/ascii.h"
#include "isms/util/i18n.h"

const struct place places[] = {
	{WHERE_GLOBAL, "everywhere", N_("Everywhere")},
	{WHERE_MENU, "menu", N_("Menu")},
	{WHERE_DASHBOARD, "dashboard", N_("Dashboard")},
	{WHERE_LIST, "list", N_("List")},
	{WHERE_RECORD, "record", N_("Record")},
	{WHERE_AUDIT, "audit-mode", N_("Audit mode")},
	{WHERE_FORM, "form", N_("Form")},
	{WHERE_CALENDAR, "calendar", N_("Calendar")},
	{WHERE_PICKER, "picker", N_("Picker")},
	{WHERE_MATRIX, "matrix", N_("Matrix")},
	{WHERE_PLAN, "plan", N_("Treatment plan")},
	{WHERE_SOA, "soa", N_("Statement of Applicability")},
	{WHERE_TREE, "tree", N_("Trace, history, differences, due, checks")},
	{WHERE_LINES, "lines", N_("Due, checks, certification")},
	{WHERE_HISTORY, "history", N_("History")},
	{WHERE_IMPORT, "import", N_("Import")},
	{WHERE_HELP, "help", N_("Help")},
	{WHERE_COLUMNS, "columns", N_("Columns")},
	{WHERE_VIEWS, "views", N_("Views")},
	{0, NULL, NULL},
};

const struct place *place_find(const char *name, size_t n)
{
	const struct place *place = places;
	size_t i = 0;

	while (place->where) {
		for (i = 0; i < n && ascii_lower(name[i]) == place->name[i]; i++)
			;
		if (i == n && !place->name[i])
			break;
		place++;
	}
	return place->where ? place : NULL;
}
