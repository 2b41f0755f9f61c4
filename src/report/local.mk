# src/report: to add a file, add its line "src/report/NAME.c" here once it exists and
# compiles (private headers that lie in this folder too). Headers below include/
# need no line. make runs automake again by itself.
libisms_a_SOURCES += \
	src/report/answer.c \
	src/report/certification.c \
	src/report/checks.c \
	src/report/checks_run.c \
	src/report/dashboard.c \
	src/report/dashboard_rows.c \
	src/report/dashboard_rows.h \
	src/report/due.c \
	src/report/plan.c \
	src/report/report.c \
	src/report/soa.c
