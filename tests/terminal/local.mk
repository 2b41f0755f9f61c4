# tests/terminal: the real binary in a pseudo-terminal; plain C programs that
# print TAP. To add tests/terminal/test_x.c, add its line "tests/terminal/test_x"
# here once it compiles, and "tests_terminal_test_x_LDADD = $(terminal_libs)".
# screen.c and what else the tests share, headers too, goes into
# tests_terminal_libscreen_a_SOURCES. Shell tests, which print TAP too, go into
# terminal_scripts. Golden screens: "EXTRA_DIST += tests/terminal/golden" once the
# folder exists.
terminal_tests = \
	tests/terminal/monkey \
	tests/terminal/test_audit \
	tests/terminal/test_harness \
	tests/terminal/test_script \
	tests/terminal/test_sizes \
	tests/terminal/test_terms \
	tests/terminal/test_settings \
	tests/terminal/test_signals \
	tests/terminal/test_bytes \
	tests/terminal/test_cursor \
	tests/terminal/test_dashboard \
	tests/terminal/test_bulk \
	tests/terminal/test_cells \
	tests/terminal/test_columns \
	tests/terminal/test_marks \
	tests/terminal/test_named \
	tests/terminal/test_filter \
	tests/terminal/test_others \
	tests/terminal/test_long \
	tests/terminal/test_past \
	tests/terminal/test_forms \
	tests/terminal/test_flows \
	tests/terminal/test_plan \
	tests/terminal/test_rows \
	tests/terminal/test_trouble \
	tests/terminal/test_drafts \
	tests/terminal/test_views \
	tests/terminal/test_story
terminal_scripts =
terminal_libs = tests/terminal/libscreen.a $(VTERM_LIBS) $(CURSES_LIBS) $(PTY_LIBS)
tests_terminal_libscreen_a_SOURCES = \
	tests/terminal/cli.c \
	tests/terminal/cli.h \
	tests/terminal/files.c \
	tests/terminal/files.h \
	tests/terminal/screen.c \
	tests/terminal/screen.h \
	tests/terminal/screen_int.h \
	tests/terminal/screen_keys.c \
	tests/terminal/screen_look.c \
	tests/terminal/script.c \
	tests/terminal/script.h \
	tests/terminal/session.c \
	tests/terminal/session.h \
	tests/terminal/spawn.c \
	tests/terminal/spawn.h \
	tests/terminal/steps.c \
	tests/terminal/steps.h \
	tests/terminal/tap.c \
	tests/terminal/tap.h \
	tests/terminal/terminfo.c \
	tests/terminal/terminfo.h
tests_terminal_libscreen_a_CPPFLAGS = $(AM_CPPFLAGS) $(VTERM_CFLAGS) $(CURSES_CFLAGS)

tests_terminal_monkey_LDADD = $(terminal_libs)
tests_terminal_test_audit_LDADD = $(terminal_libs)
tests_terminal_test_harness_LDADD = $(terminal_libs)
tests_terminal_test_script_LDADD = $(terminal_libs)
tests_terminal_test_story_LDADD = $(terminal_libs)
tests_terminal_test_flows_LDADD = $(terminal_libs)
tests_terminal_test_plan_LDADD = $(terminal_libs)
tests_terminal_test_rows_LDADD = $(terminal_libs)
tests_terminal_test_views_LDADD = $(terminal_libs)
tests_terminal_test_drafts_LDADD = $(terminal_libs)
tests_terminal_test_trouble_LDADD = $(terminal_libs)
tests_terminal_test_forms_LDADD = $(terminal_libs)
tests_terminal_test_filter_LDADD = $(terminal_libs)
tests_terminal_test_long_LDADD = $(terminal_libs)
tests_terminal_test_others_LDADD = $(terminal_libs)
tests_terminal_test_past_LDADD = $(terminal_libs)
tests_terminal_test_dashboard_LDADD = $(terminal_libs)
tests_terminal_test_bytes_LDADD = $(terminal_libs)
tests_terminal_test_cursor_LDADD = $(terminal_libs)
tests_terminal_test_marks_LDADD = $(terminal_libs)
tests_terminal_test_named_LDADD = $(terminal_libs)
tests_terminal_test_columns_LDADD = $(terminal_libs)
tests_terminal_test_cells_LDADD = $(terminal_libs)
tests_terminal_test_bulk_LDADD = $(terminal_libs)
tests_terminal_test_signals_LDADD = $(terminal_libs)
tests_terminal_test_settings_LDADD = $(terminal_libs)
tests_terminal_test_terms_LDADD = $(terminal_libs)
tests_terminal_test_sizes_LDADD = $(terminal_libs)

# A library for LD_PRELOAD; without the sanitizers' flags, which the program brings.
terminal_preload = tests/terminal/elsewhere.so
tests/terminal/elsewhere.so: $(srcdir)/tests/terminal/elsewhere.c
	$(AM_V_CC)$(MKDIR_P) tests/terminal && \
	$(CC) -shared -fPIC -o $@ $(srcdir)/tests/terminal/elsewhere.c

TESTS += $(terminal_scripts)
EXTRA_DIST += $(terminal_scripts) tests/terminal/data tests/terminal/golden \
	tests/terminal/elsewhere.c
if HAVE_VTERM
check_DATA += $(terminal_preload)
CLEANFILES += $(terminal_preload)
check_LIBRARIES += tests/terminal/libscreen.a
check_PROGRAMS += $(terminal_tests)
fuzz_monkey = tests/terminal/monkey
TESTS += $(terminal_tests)
endif
