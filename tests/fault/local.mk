# tests/fault: power loss, failing allocations and writes, kill -9, many writers;
# programs and scripts that print TAP, run by `make fault`. To add test_x.c, add
# "tests/fault/test_x" to fault_tests, and what it links with if that is more
# than libisms.a: "tests_fault_test_x_LDADD = …". What is quick and never flaky
# may stand in check_PROGRAMS and TESTS instead.
fault_tests = \
	tests/fault/test_failing \
	tests/fault/test_kill \
	tests/fault/test_mutated \
	tests/fault/test_power \
	tests/fault/test_writers
fault_scripts =

# Shared: the VFS that fails and records, the ground they stand on, and the TAP of
# the terminal tests, without what needs a terminal.
EXTRA_LIBRARIES = tests/fault/libfault.a
tests_fault_libfault_a_SOURCES = \
	tests/fault/ground.c \
	tests/fault/ground.h \
	tests/fault/mutate.c \
	tests/fault/mutate.h \
	tests/fault/shim.c \
	tests/fault/shim.h \
	tests/terminal/files.c \
	tests/terminal/files.h \
	tests/terminal/tap.c \
	tests/terminal/tap.h
fault_libs = tests/fault/libfault.a $(libisms_libs)

tests_fault_test_failing_LDADD = $(fault_libs)
tests_fault_test_kill_LDADD = $(fault_libs)
tests_fault_test_mutated_LDADD = $(fault_libs)
tests_fault_test_power_LDADD = $(fault_libs)
tests_fault_test_writers_LDADD = $(fault_libs)

EXTRA_PROGRAMS += $(fault_tests)
EXTRA_DIST += $(fault_scripts)
