# tests/bench: `make bench` builds bench_programs and runs tests/bench/run, with
# ISMS_BIN, ISMS_SRCDIR and ISMS_BUILDDIR in the environment. Programs are listed
# in bench_programs, files (run is one) in bench_files.
bench_programs =
bench_files = tests/bench/run tests/bench/ttybench.c tests/bench/gen_registers.py

EXTRA_PROGRAMS += $(bench_programs)
EXTRA_DIST += $(bench_files)
