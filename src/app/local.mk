# src/app: to add a file, add its line "src/app/NAME.c" here once it exists and
# compiles (private headers that lie in this folder too). Headers below include/
# need no line. make runs automake again by itself.
libisms_a_SOURCES += \
	src/app/app.c \
	src/app/bulk.c \
	src/app/audit.c \
	src/app/catalogue.c \
	src/app/command.c \
	src/app/complete.c \
	src/app/copy.c \
	src/app/create.c \
	src/app/draft.c \
	src/app/draft_file.c \
	src/app/draft_file.h \
	src/app/follow.c \
	src/app/freeze.c \
	src/app/handout.c \
	src/app/key.c \
	src/app/learning.c \
	src/app/moved.c \
	src/app/past.c \
	src/app/place.c \
	src/app/prepare.c \
	src/app/private.h \
	src/app/query.c \
	src/app/ready.c \
	src/app/resolve.c \
	src/app/revert.c \
	src/app/save.c \
	src/app/settings.c \
	src/app/soa.c \
	src/app/views.c \
	src/app/suggest.c \
	src/app/search.c \
	src/app/supersede.c
