# tests: how tests are run; the tests themselves are listed in the local.mk of
# unit, terminal, fault, fuzz and bench. All print TAP, and automake's driver
# counts their cases; what they say on standard error is in the log too. tests/run gives each its own HOME and looks for the logs of
# the sanitizers.
TEST_EXTENSIONS = .sh .cap
tap_driver = env AM_TAP_AWK='$(AWK)' $(SHELL) $(top_srcdir)/build-aux/tap-driver.sh
LOG_DRIVER = $(tap_driver)
AM_LOG_DRIVER_FLAGS = --merge
LOG_COMPILER = $(SHELL) $(top_srcdir)/tests/run
SH_LOG_DRIVER = $(tap_driver)
AM_SH_LOG_DRIVER_FLAGS = --merge
SH_LOG_COMPILER = $(SHELL) $(top_srcdir)/tests/run $(SHELL)

test_env = \
	TZ=UTC LC_ALL=C.UTF-8 \
	CRITERION_OUTPUTS=tap:- \
	ISMS_BIN='$(abs_builddir)/isms$(EXEEXT)' \
	ISMS_SRCDIR='$(abs_top_srcdir)' \
	ISMS_BUILDDIR='$(abs_builddir)'
AM_TESTS_ENVIRONMENT = $(test_env); \
	export TZ LC_ALL CRITERION_OUTPUTS ISMS_BIN ISMS_SRCDIR ISMS_BUILDDIR;

# What a test program is linked with when it says nothing itself.
LDADD = $(CRITERION_LIBS) $(libisms_libs)
AM_CPPFLAGS += $(CRITERION_CFLAGS)

check_scripts = tests/check-layers tests/check-data tests/check-map
dist_check_SCRIPTS = $(check_scripts)
TESTS += $(check_scripts)
EXTRA_DIST += tests/run tests/lsan.supp tests/fresh-machine

# A check without its tests is no check: say what is missing, and fail.
check-local:
if !HAVE_CRITERION
	@echo "make check: criterion is missing (Debian: libcriterion-dev), so no unit test ran; install it and configure again" >&2
endif
if !HAVE_VTERM
	@echo "make check: vterm is missing (Debian: libvterm-dev), so no terminal test ran; install it and configure again" >&2
endif
if HAVE_CRITERION
if HAVE_VTERM
	@:
else
	@false
endif
else
	@false
endif

# Runs TAP programs outside make check, with the same driver and logs.
run_tap = \
	$(test_env); export TZ LC_ALL CRITERION_OUTPUTS ISMS_BIN ISMS_SRCDIR ISMS_BUILDDIR; \
	failed=0; \
	for t in $$list; do \
		test -f ./$$t && p=./$$t || p=$(srcdir)/$$t; \
		$(MKDIR_P) `dirname $$t`; \
		$(tap_driver) --test-name $$t --log-file $$t.log --trs-file $$t.trs \
			--merge --color-tests no --enable-hard-errors yes --expect-failure no \
			-- $(LOG_COMPILER) $$p; \
		if grep -E '^:test-result: (FAIL|ERROR|XPASS)' $$t.trs >/dev/null; then \
			failed=1; sed -n '/^not ok/,$$p' $$t.log; \
		fi; \
	done; \
	test $$failed = 0

fault: all $(fault_tests)
	@list='$(fault_tests) $(fault_scripts)'; $(run_tap)

FUZZ_SECONDS = 5
MONKEY_KEYS = 3000
fuzz: all $(fuzz_targets) $(fuzz_monkey) $(check_DATA)
	@$(test_env); export TZ LC_ALL ISMS_BIN ISMS_SRCDIR ISMS_BUILDDIR; failed=0; \
	for t in $(fuzz_targets); do \
		corpus=$(srcdir)/tests/fuzz/corpus/`basename $$t | sed 's/^fuzz_//'`; \
		test -d "$$corpus" || corpus=; \
		if $(LOG_COMPILER) ./$$t $(FUZZ_SECONDS) $$corpus >$$t.log 2>&1; \
		then echo "PASS: $$t"; \
		else echo "FAIL: $$t"; cat $$t.log; failed=1; fi; \
	done; \
	for t in $(fuzz_monkey); do \
		if ISMS_MONKEY_SEED=clock ISMS_MONKEY_KEYS=$(MONKEY_KEYS) \
			$(LOG_COMPILER) ./$$t >$$t.fuzz.log 2>&1; \
		then echo "PASS: $$t"; \
		else echo "FAIL: $$t"; cat $$t.fuzz.log; failed=1; fi; \
	done; test $$failed = 0

bench: all $(bench_programs)
	@$(test_env); export TZ LC_ALL ISMS_BIN ISMS_SRCDIR ISMS_BUILDDIR; \
	if test -f $(srcdir)/tests/bench/run; then $(srcdir)/tests/bench/run; \
	else echo 'bench: tests/bench/run is not there yet'; fi

.PHONY: fault fuzz bench

CLEANFILES += $(fault_tests) $(fuzz_targets) $(bench_programs)
clean-local:
	rm -f tests/fault/*.log tests/fault/*.trs tests/fuzz/*.log tests/terminal/monkey.fuzz.log
	rm -f src/*/*.gcda src/*/*.gcno src/*/*/*.gcda src/*/*/*.gcno tests/*/*.gcda tests/*/*.gcno *.gcda *.gcno
