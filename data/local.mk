# data: the files that are built into the program. To add one, add its line here
# (tests/check-data fails when one in catalogue, import, demo, view or check has
# no line). The C file is made again when a file or this list changes.
builtin_data = \
	data/catalogue/iso27001-2022-annex-a.csv \
	data/catalogue/iso27001-2022-clauses.csv \
	data/catalogue/risk-matrices.csv \
	data/catalogue/risk-scales.csv \
	data/catalogue/threats.csv \
	data/catalogue/vulnerabilities.csv \
	data/import/headers.csv \
	data/import/words.csv

EXTRA_DIST += data/embed $(builtin_data)
nodist_libisms_a_SOURCES += data/builtin_data.c
CLEANFILES += data/builtin_data.c

data/builtin_data.c: data/embed data/local.mk $(builtin_data)
	$(AM_V_GEN)$(MKDIR_P) data && \
	$(SHELL) $(srcdir)/data/embed $(srcdir) $(builtin_data) >$@.tmp && \
	mv -f $@.tmp $@
