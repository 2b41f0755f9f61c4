# tests/unit: Criterion, one program a file. To add tests/unit/test_x.c, add its
# line "tests/unit/test_x" here once it compiles; nothing else is needed. It is
# linked with libisms.a (not with the screen). ISMS_SRCDIR, ISMS_BIN and an empty
# HOME and TMPDIR are in the environment.
unit_tests = \
	tests/unit/test_date \
	tests/unit/test_err \
	tests/unit/test_mem \
	tests/unit/test_store \
	tests/unit/test_str \
	tests/unit/test_text

if HAVE_CRITERION
check_PROGRAMS += $(unit_tests)
TESTS += $(unit_tests)
endif
