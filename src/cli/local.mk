# src/cli: to add a file, add its line "src/cli/NAME.c" here once it exists and
# compiles (private headers that lie in this folder too). Headers below include/
# need no line. make runs automake again by itself.
libisms_a_SOURCES += \
	src/cli/args.c \
	src/cli/args.h \
	src/cli/asked.c \
	src/cli/cmd_catalogue.c \
	src/cli/cmd_certification.c \
	src/cli/cmd_change.c \
	src/cli/cmd_check.c \
	src/cli/cmd_completion.c \
	src/cli/cmd_diff.c \
	src/cli/cmd_drafts.c \
	src/cli/cmd_due.c \
	src/cli/cmd_figures.c \
	src/cli/cmd_find.c \
	src/cli/cmd_file.c \
	src/cli/cmd_import.c \
	src/cli/cmd_info.c \
	src/cli/cmd_list.c \
	src/cli/cmd_log.c \
	src/cli/cmd_manual.c \
	src/cli/cmd_report.c \
	src/cli/cmd_run.c \
	src/cli/cmd_revert.c \
	src/cli/cmd_trace.c \
	src/cli/script.c \
	src/cli/complete.c \
	src/cli/cmd_plan.c \
	src/cli/cmd_soa.c \
	src/cli/cmd_set.c \
	src/cli/cmd_suggest.c \
	src/cli/cmd_views.c \
	src/cli/flat.c \
	src/cli/interrupt.c \
	src/cli/pager.c \
	src/cli/out.c \
	src/cli/private.h \
	src/cli/rows.c \
	src/cli/run.c \
	src/cli/words.c

# What shells need, made by the program itself (see man/local.mk on crossing).
bashcompletiondir = $(datadir)/bash-completion/completions
zshcompletiondir = $(datadir)/zsh/site-functions
fishcompletiondir = $(datadir)/fish/vendor_completions.d
bashcompletion_DATA = completion/isms
zshcompletion_DATA = completion/_isms
fishcompletion_DATA = completion/isms.fish
CLEANFILES += $(bashcompletion_DATA) $(zshcompletion_DATA) $(fishcompletion_DATA)
ISMS_COMPLETION = ./isms$(EXEEXT) completion
make_completion = $(AM_V_GEN)$(MKDIR_P) completion && \
	LC_ALL=C ASAN_OPTIONS=detect_leaks=0 $(ISMS_COMPLETION)

completion/isms: isms$(EXEEXT)
	$(make_completion) bash >$@
completion/_isms: isms$(EXEEXT)
	$(make_completion) zsh >$@
completion/isms.fish: isms$(EXEEXT)
	$(make_completion) fish >$@

# its tests: scripts that run the whole program
include $(top_srcdir)/tests/cli/local.mk
