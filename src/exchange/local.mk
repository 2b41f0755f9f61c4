# src/exchange: to add a file, add its line "src/exchange/NAME.c" here once it exists and
# compiles (private headers that lie in this folder too). Headers below include/
# need no line. make runs automake again by itself.
libisms_a_SOURCES += \
	src/exchange/calendar.c \
	src/exchange/csv_write.c \
	src/exchange/export.c \
	src/exchange/hashes.c \
	src/exchange/hashes.h \
	src/exchange/import.c \
	src/exchange/import_cell.c \
	src/exchange/import_columns.c \
	src/exchange/import_date.c \
	src/exchange/import_index.c \
	src/exchange/import_judge.c \
	src/exchange/import_match.c \
	src/exchange/import_memo.c \
	src/exchange/import_own.c \
	src/exchange/import_private.h \
	src/exchange/import_refs.c \
	src/exchange/import_run.c \
	src/exchange/import_score.c \
	src/exchange/import_survey.c \
	src/exchange/import_words.c \
	src/exchange/import_words.h \
	src/exchange/json.c \
	src/exchange/json.h \
	src/exchange/sheet.c \
	src/exchange/sheet_detect.c \
	src/exchange/sheet_detect.h \
	src/exchange/sheet_line.c \
	src/exchange/sheet_line.h
