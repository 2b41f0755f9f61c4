# tests/fuzz: targets that define LLVMFuzzerTestOneInput(), each linked with
# main.c, which feeds them. To add fuzz_x.c, add its line "tests/fuzz/fuzz_x" to
# fuzz_targets and "tests_fuzz_fuzz_x_SOURCES = $(fuzz_main) tests/fuzz/fuzz_x.c".
# `make fuzz` runs each FUZZ_SECONDS (5) long with its seeds in corpus/x/, as
# `fuzz_x SECONDS [CORPUS]`; a crash or an exit code other than 0 fails.
fuzz_main = tests/fuzz/main.c
fuzz_targets = \
	tests/fuzz/fuzz_csv \
	tests/fuzz/fuzz_date \
	tests/fuzz/fuzz_filter \
	tests/fuzz/fuzz_open \
	tests/fuzz/fuzz_text

EXTRA_PROGRAMS += $(fuzz_targets)
tests_fuzz_fuzz_csv_SOURCES = $(fuzz_main) tests/fuzz/fuzz_csv.c
tests_fuzz_fuzz_date_SOURCES = $(fuzz_main) tests/fuzz/fuzz_date.c
tests_fuzz_fuzz_filter_SOURCES = $(fuzz_main) tests/fuzz/fuzz_filter.c
tests_fuzz_fuzz_open_SOURCES = $(fuzz_main) tests/fuzz/fuzz_open.c
tests_fuzz_fuzz_open_LDADD = $(fault_libs)
tests_fuzz_fuzz_text_SOURCES = $(fuzz_main) tests/fuzz/fuzz_text.c
EXTRA_DIST += tests/fuzz/corpus
