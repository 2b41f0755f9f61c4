# src/util: to add a file, add its line "src/util/NAME.c" here once it exists and
# compiles (private headers that lie in this folder too). Headers below include/
# need no line. make runs automake again by itself.
libisms_a_SOURCES += \
	src/util/builtin.c \
	src/util/date.c \
	src/util/date_parse.c \
	src/util/err.c \
	src/util/fold.c \
	src/util/harmless.c \
	src/util/mem.c \
	src/util/near.c \
	src/util/pattern.c \
	src/util/str.c \
	src/util/text.c \
	src/util/utf8.c \
	src/util/utf8.h
