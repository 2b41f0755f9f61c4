# src/store: to add a file, add its line "src/store/NAME.c" here once it exists and
# compiles (private headers that lie in this folder too). Headers below include/
# need no line. make runs automake again by itself.
libisms_a_SOURCES += \
	src/store/ask.c \
	src/store/care.c \
	src/store/db.c \
	src/store/diff.c \
	src/store/find.c \
	src/store/history.c \
	src/store/line.c \
	src/store/links.c \
	src/store/local.h \
	src/store/migrate.c \
	src/store/open.c \
	src/store/past.c \
	src/store/replay.c \
	src/store/risk.c \
	src/store/schema.c \
	src/store/search.c \
	src/store/search_check.c \
	src/store/search_words.c \
	src/store/select.c \
	src/store/setting.c \
	src/store/then.c \
	src/store/tx.c \
	src/store/uid.c \
	src/store/undo.c \
	src/store/where.c \
	src/store/where_link.c \
	src/store/write.c
