# tests/cli: shell scripts that run the real binary ($ISMS_BIN) and print TAP. To
# add one, add its line here. head.sh is how each begins.
cli_tests = \
	tests/cli/bulk.sh \
	tests/cli/check.sh \
	tests/cli/completion.sh \
	tests/cli/filter.sh \
	tests/cli/interrupt.sh \
	tests/cli/past.sh \
	tests/cli/plan.sh \
	tests/cli/report.sh \
	tests/cli/script.sh \
	tests/cli/states.sh \
	tests/cli/story.sh

TESTS += $(cli_tests)
EXTRA_DIST += $(cli_tests) tests/cli/head.sh
