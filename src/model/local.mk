# src/model: to add a file, add its line "src/model/NAME.c" here once it exists and
# compiles (private headers that lie in this folder too). Headers below include/
# need no line. make runs automake again by itself.
libisms_a_SOURCES += \
	src/model/choice.c \
	src/model/filter.c \
	src/model/filter_field.c \
	src/model/filter_field.h \
	src/model/kind.c \
	src/model/life.c \
	src/model/money.c \
	src/model/record.c \
	src/model/rules.c \
	src/model/types.c \
	src/model/types.h \
	src/model/value.c \
	src/model/words.c \
	src/model/words.h \
	src/model/kinds.c \
	src/model/kinds/action.c \
	src/model/kinds/asset.c \
	src/model/kinds/control.c \
	src/model/kinds/org_unit.c \
	src/model/kinds/organisation.c \
	src/model/kinds/person.c \
	src/model/kinds/risk.c \
	src/model/kinds/risk_method.c \
	src/model/kinds/soa_entry.c \
	src/model/kinds/threat.c \
	src/model/kinds/treatment.c \
	src/model/kinds/vulnerability.c
