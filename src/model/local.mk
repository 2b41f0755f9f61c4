# src/model: to add a file, add its line "src/model/NAME.c" here once it exists and
# compiles (private headers that lie in this folder too). Headers below include/
# need no line. make runs automake again by itself.
libisms_a_SOURCES += \
	src/model/check.c \
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
	src/model/kinds/approval.c \
	src/model/kinds/asset.c \
	src/model/kinds/assignment.c \
	src/model/kinds/benefit.c \
	src/model/kinds/body.c \
	src/model/kinds/business_case.c \
	src/model/kinds/business_goal.c \
	src/model/kinds/concern.c \
	src/model/kinds/context_issue.c \
	src/model/kinds/control.c \
	src/model/kinds/cycle.c \
	src/model/kinds/decision.c \
	src/model/kinds/info_flow.c \
	src/model/kinds/information_type.c \
	src/model/kinds/interested_party.c \
	src/model/kinds/legal_requirement.c \
	src/model/kinds/meeting.c \
	src/model/kinds/milestone.c \
	src/model/kinds/option_choice.c \
	src/model/kinds/org_unit.c \
	src/model/kinds/organisation.c \
	src/model/kinds/person.c \
	src/model/kinds/process.c \
	src/model/kinds/process_link.c \
	src/model/kinds/regime.c \
	src/model/kinds/requirement.c \
	src/model/kinds/resource.c \
	src/model/kinds/risk.c \
	src/model/kinds/risk_method.c \
	src/model/kinds/role.c \
	src/model/kinds/scope_item.c \
	src/model/kinds/scope_version.c \
	src/model/kinds/soa_entry.c \
	src/model/kinds/threat.c \
	src/model/kinds/treatment.c \
	src/model/kinds/vulnerability.c
