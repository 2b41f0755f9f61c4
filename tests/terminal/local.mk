# tests/terminal: the real binary in a pseudo-terminal; plain C programs that
# print TAP. To add tests/terminal/test_x.c, add its line "tests/terminal/test_x"
# here once it compiles, and "tests_terminal_test_x_LDADD = $(terminal_libs)".
# screen.c and what else the tests share, headers too, goes into
# tests_terminal_libscreen_a_SOURCES. Shell tests, which print TAP too, go into
# terminal_scripts. Golden screens: "EXTRA_DIST += tests/terminal/golden" once the
# folder exists.
terminal_tests =
terminal_scripts =
terminal_libs = tests/terminal/libscreen.a libisms.a $(VTERM_LIBS) \
	$(libisms_libs) $(PTY_LIBS)
tests_terminal_libscreen_a_SOURCES =
tests_terminal_libscreen_a_CPPFLAGS = $(AM_CPPFLAGS) $(VTERM_CFLAGS)

TESTS += $(terminal_scripts)
EXTRA_DIST += $(terminal_scripts)
if HAVE_VTERM
check_LIBRARIES += tests/terminal/libscreen.a
check_PROGRAMS += $(terminal_tests)
TESTS += $(terminal_tests)
endif
