/* ^C, and the signals that ask a command to end: it stops where it can be taken back. */
#include "config.h"

#include <signal.h>
#include <string.h>

#include "private.h"

static volatile sig_atomic_t caught;

static void on_signal(int number)
{
	caught = number;
}

/* No SA_RESTART: who waits for input is woken. The second of them ends us as ever. */
void interrupt_catch(void)
{
	static const int numbers[] = {SIGINT, SIGTERM, SIGHUP};
	struct sigaction sa, old;
	size_t i;

	memset(&sa, 0, sizeof(sa));
	sigemptyset(&sa.sa_mask);
	sa.sa_handler = on_signal;
	sa.sa_flags = (int)SA_RESETHAND;
	for (i = 0; i < sizeof(numbers) / sizeof(*numbers); i++)
		/* nohup's, and the shell's for what runs in the background, stay */
		if (!sigaction(numbers[i], NULL, &old) && old.sa_handler == SIG_DFL)
			sigaction(numbers[i], &sa, NULL);
}

bool interrupted(void)
{
	return caught != 0;
}

static bool go_on(void *ctx, long done, long total)
{
	(void)ctx;
	(void)done;
	(void)total;
	return !interrupted();
}

void interrupt_watch(const struct cli *cli)
{
	if (cli->app.store && !cli->on_screen)
		store_watch(cli->app.store, go_on, NULL);
}

/* As the signal would have ended it, for shells and what they wait for. */
int interrupt_end(void)
{
	const int number = caught;

	signal(number, SIG_DFL);
	raise(number);
	return 128 + number;
}
