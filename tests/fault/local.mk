# tests/fault: power loss, failing allocations and writes, kill -9, many writers;
# programs and scripts that print TAP, run by `make fault`. To add test_x.c, add
# "tests/fault/test_x" to fault_tests, and what it links with if that is more
# than libisms.a: "tests_fault_test_x_LDADD = …". What is quick and never flaky
# may stand in check_PROGRAMS and TESTS instead.
fault_tests =
fault_scripts =

EXTRA_PROGRAMS += $(fault_tests)
EXTRA_DIST += $(fault_scripts)
