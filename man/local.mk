# man: isms.1 is made of isms.1.in and of what the program says of its own tables,
# so that page and program cannot disagree. Made in the build folder, from the
# binary that was just built; who cross-compiles names one that runs here:
# make ISMS_MANUAL='isms manual'
ISMS_MANUAL = ./isms$(EXEEXT) manual

man_MANS = man/isms.1
dist_man_MANS = man/isms-guide.7
EXTRA_DIST += man/isms.1.in HACKING
CLEANFILES += man/isms.1 man/isms.1.tables man/isms.1.tmp

man/isms.1: man/isms.1.in isms$(EXEEXT)
	$(AM_V_GEN)$(MKDIR_P) man && \
	LC_ALL=C ASAN_OPTIONS=detect_leaks=0 $(ISMS_MANUAL) >$@.tables && \
	$(SED) -e '/^@TABLES@$$/r $@.tables' -e '/^@TABLES@$$/d' \
		-e 's/@VERSION@/$(PACKAGE_VERSION)/' $(srcdir)/man/isms.1.in >$@.tmp && \
	rm -f $@.tables && mv -f $@.tmp $@

# Do the pages say what the program does? And README?
TESTS += man/check-words.sh
EXTRA_DIST += man/check-words.sh
