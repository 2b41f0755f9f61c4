/* The keys that go up and down a pane. */
#include "config.h"

#include "isms/tui/scroll.h"

bool scroll_by(enum command_id id, long page, long end, long *at)
{
	const long whole = page > 1 ? page : 1, half = whole > 1 ? whole / 2 : 1;
	bool taken = true;

	switch (id) {
	case CMD_UP:
		*at -= 1;
		break;
	case CMD_DOWN:
		*at += 1;
		break;
	case CMD_PAGE_UP:
		*at -= whole;
		break;
	case CMD_PAGE_DOWN:
		*at += whole;
		break;
	case CMD_HALF_UP:
		*at -= half;
		break;
	case CMD_HALF_DOWN:
		*at += half;
		break;
	case CMD_HOME:
		*at = 0;
		break;
	case CMD_END:
		*at = end;
		break;
	default:
		taken = false;
		break;
	}
	return taken;
}

long scroll_within(long at, long last)
{
	const long most = at > last ? last : at;

	return most < 0 ? 0 : most;
}

bool scroll_text(enum command_id id, int page, int lines, int *top)
{
	long at = *top;
	bool taken = scroll_by(id, page, lines, &at);

	*top = (int)at;
	return taken;
}
