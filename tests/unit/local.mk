# tests/unit: Criterion, one program a file. To add tests/unit/test_x.c, add its
# line "tests/unit/test_x" here once it compiles; nothing else is needed. It is
# linked with libisms.a (not with the screen). ISMS_SRCDIR, ISMS_BIN and an empty
# HOME and TMPDIR are in the environment.
unit_tests = \
	tests/unit/test_app \
	tests/unit/test_bulk \
	tests/unit/test_catalogue \
	tests/unit/test_certification \
	tests/unit/test_check_rules \
	tests/unit/test_checks \
	tests/unit/test_dashboard \
	tests/unit/test_date \
	tests/unit/test_draft \
	tests/unit/test_due \
	tests/unit/test_edit \
	tests/unit/test_err \
	tests/unit/test_export \
	tests/unit/test_filter \
	tests/unit/test_follow \
	tests/unit/test_import \
	tests/unit/test_input \
	tests/unit/test_layout \
	tests/unit/test_kind \
	tests/unit/test_kinds_audit \
	tests/unit/test_kinds_context \
	tests/unit/test_kinds_support \
	tests/unit/test_life \
	tests/unit/test_mem \
	tests/unit/test_migrate \
	tests/unit/test_plan \
	tests/unit/test_past \
	tests/unit/test_record \
	tests/unit/test_rules \
	tests/unit/test_settings \
	tests/unit/test_sheet \
	tests/unit/test_store \
	tests/unit/test_str \
	tests/unit/test_tables \
	tests/unit/test_text \
	tests/unit/test_types

# The one that looks at a part of the screen.
tests_unit_test_input_LDADD = libtui.a $(LDADD) $(CURSES_LIBS)
tests_unit_test_edit_LDADD = libtui.a $(LDADD) $(CURSES_LIBS)

if HAVE_CRITERION
check_PROGRAMS += $(unit_tests)
TESTS += $(unit_tests)
endif

# A register of every type of field, for the tests of the model.
EXTRA_DIST += tests/unit/sample.h

# Records of a scratch file, for the tests of registers.
EXTRA_DIST += tests/unit/registers.h

# A file to import into, and what is imported.
EXTRA_DIST += tests/unit/exchange.h tests/fixtures/csv tests/fixtures/v1.isms.gz \
	tests/fixtures/v2.isms.gz

# How each rule of data/check is made to fire, and to be silent again.
EXTRA_DIST += tests/check-rules
