# tests/capabilities: what the program has to be able to do, C001 to C136, each on
# the command line and on the screen; tests/terminal/capability.c runs them. A new
# file gets its line here. `make capabilities` prints the table.
capability_tests = \
	tests/capabilities/assets.cap \
	tests/capabilities/audits.cap \
	tests/capabilities/certification.cap \
	tests/capabilities/context.cap \
	tests/capabilities/documents.cap \
	tests/capabilities/improvement.cap \
	tests/capabilities/leadership.cap \
	tests/capabilities/monitoring.cap \
	tests/capabilities/people.cap \
	tests/capabilities/risks.cap \
	tests/capabilities/scope.cap \
	tests/capabilities/soa.cap \
	tests/capabilities/treatment.cap
EXTRA_DIST += $(capability_tests) tests/capabilities/table
CAP_LOG_DRIVER = $(tap_driver)
AM_CAP_LOG_DRIVER_FLAGS = --merge
CAP_LOG_COMPILER = $(SHELL) $(top_srcdir)/tests/run $(abs_builddir)/tests/terminal/capability$(EXEEXT)
tests_terminal_capability_LDADD = $(terminal_libs)
if HAVE_VTERM
check_PROGRAMS += tests/terminal/capability
TESTS += $(capability_tests)
endif

# Fails when one fails, or is not there at all.
capabilities: all tests/terminal/capability$(EXEEXT)
	@$(MAKE) $(AM_MAKEFLAGS) --no-print-directory check-TESTS TESTS='$(capability_tests)' \
		>capabilities.log 2>&1 || :
	@$(SHELL) $(srcdir)/tests/capabilities/table $(srcdir) .

.PHONY: capabilities
CLEANFILES += capabilities.log
