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
	data/demo/organisation.csv \
	data/demo/org_unit.csv \
	data/demo/person.csv \
	data/demo/control.csv \
	data/demo/asset.csv \
	data/demo/threat.csv \
	data/demo/vulnerability.csv \
	data/demo/soa_entry.csv \
	data/demo/risk.csv \
	data/demo/treatment.csv \
	data/demo/risk_acceptance.csv \
	data/demo/action.csv \
	data/import/headers.csv \
	data/import/words.csv \
	data/view/action.sql \
	data/view/asset.sql \
	data/view/assignment.sql \
	data/view/benefit.sql \
	data/view/body.sql \
	data/view/business_case.sql \
	data/view/business_goal.sql \
	data/view/concern.sql \
	data/view/context_issue.sql \
	data/view/control.sql \
	data/view/cycle.sql \
	data/view/decision.sql \
	data/view/information_type.sql \
	data/view/interested_party.sql \
	data/view/legal_requirement.sql \
	data/view/meeting.sql \
	data/view/milestone.sql \
	data/view/process.sql \
	data/view/process_link.sql \
	data/view/regime.sql \
	data/view/requirement.sql \
	data/view/resource.sql \
	data/view/risk.sql \
	data/view/risk_acceptance.sql \
	data/view/risk_matrix_cell.sql \
	data/view/role.sql \
	data/view/scope_item.sql \
	data/view/scope_version.sql \
	data/view/soa_entry.sql

EXTRA_DIST += data/embed data/demo/README $(builtin_data)
nodist_libisms_a_SOURCES += data/builtin_data.c
CLEANFILES += data/builtin_data.c

data/builtin_data.c: data/embed data/local.mk $(builtin_data)
	$(AM_V_GEN)$(MKDIR_P) data && \
	$(SHELL) $(srcdir)/data/embed $(srcdir) $(builtin_data) >$@.tmp && \
	mv -f $@.tmp $@
