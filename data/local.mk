# data: the files that are built into the program. To add one, add its line here
# (tests/check-data fails when one in catalogue, import, demo, view or check has
# no line). The C file is made again when a file or this list changes.
builtin_data = \
	data/catalogue/context-issues.csv \
	data/catalogue/frameworks.csv \
	data/catalogue/gdpr-articles.csv \
	data/catalogue/interested-parties.csv \
	data/catalogue/iso27001-2013-2022-map.csv \
	data/catalogue/iso27001-2013-annex-a.csv \
	data/catalogue/iso27001-2022-annex-a.csv \
	data/catalogue/iso27001-2022-clauses.csv \
	data/catalogue/management-review-inputs.csv \
	data/catalogue/mandatory-documents.csv \
	data/catalogue/nis2-measures.csv \
	data/catalogue/nist-csf-2.0.csv \
	data/catalogue/nist-sp800-53-r5.csv \
	data/catalogue/risk-matrices.csv \
	data/catalogue/risk-scales.csv \
	data/catalogue/threats.csv \
	data/catalogue/vulnerabilities.csv \
	data/check/risk-without-owner.sql \
	data/demo/organisation.csv \
	data/demo/org_unit.csv \
	data/demo/person.csv \
	data/demo/context_issue.csv \
	data/demo/interested_party.csv \
	data/demo/legal_requirement.csv \
	data/demo/requirement.csv \
	data/demo/regime.csv \
	data/demo/process.csv \
	data/demo/process_link.csv \
	data/demo/info_flow.csv \
	data/demo/scope_item.csv \
	data/demo/scope_version.csv \
	data/demo/role.csv \
	data/demo/assignment.csv \
	data/demo/body.csv \
	data/demo/meeting.csv \
	data/demo/decision.csv \
	data/demo/approval.csv \
	data/demo/business_goal.csv \
	data/demo/business_case.csv \
	data/demo/benefit.csv \
	data/demo/option_choice.csv \
	data/demo/concern.csv \
	data/demo/milestone.csv \
	data/demo/information_type.csv \
	data/demo/resource.csv \
	data/demo/cycle.csv \
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
	data/view/acknowledgement.sql \
	data/view/action.sql \
	data/view/answer.sql \
	data/view/asset.sql \
	data/view/assignment.sql \
	data/view/attendance.sql \
	data/view/audit.sql \
	data/view/audit_programme.sql \
	data/view/audit_step.sql \
	data/view/benefit.sql \
	data/view/body.sql \
	data/view/business_case.sql \
	data/view/business_goal.sql \
	data/view/certificate.sql \
	data/view/change.sql \
	data/view/clause.sql \
	data/view/communication.sql \
	data/view/competence.sql \
	data/view/concern.sql \
	data/view/context_issue.sql \
	data/view/control.sql \
	data/view/control_assessment.sql \
	data/view/cycle.sql \
	data/view/decision.sql \
	data/view/document.sql \
	data/view/document_version.sql \
	data/view/evidence.sql \
	data/view/finding.sql \
	data/view/framework.sql \
	data/view/framework_mapping.sql \
	data/view/framework_requirement.sql \
	data/view/improvement.sql \
	data/view/incident.sql \
	data/view/information_type.sql \
	data/view/interested_party.sql \
	data/view/legal_requirement.sql \
	data/view/maintenance_task.sql \
	data/view/management_review.sql \
	data/view/mandatory_document.sql \
	data/view/meeting.sql \
	data/view/metric.sql \
	data/view/metric_result.sql \
	data/view/milestone.sql \
	data/view/nonconformity.sql \
	data/view/objective.sql \
	data/view/person_competence.sql \
	data/view/process.sql \
	data/view/process_link.sql \
	data/view/processing_activity.sql \
	data/view/questionnaire.sql \
	data/view/regime.sql \
	data/view/requirement.sql \
	data/view/resource.sql \
	data/view/risk.sql \
	data/view/risk_acceptance.sql \
	data/view/risk_assessment.sql \
	data/view/risk_control.sql \
	data/view/risk_matrix_cell.sql \
	data/view/role.sql \
	data/view/role_competence.sql \
	data/view/scope_item.sql \
	data/view/scope_version.sql \
	data/view/soa_entry.sql \
	data/view/soa_version.sql \
	data/view/supplier.sql \
	data/view/supplier_assessment.sql \
	data/view/threat_note.sql \
	data/view/training.sql

EXTRA_DIST += data/embed data/demo/README $(builtin_data)
nodist_libisms_a_SOURCES += data/builtin_data.c
CLEANFILES += data/builtin_data.c

data/builtin_data.c: data/embed data/local.mk $(builtin_data)
	$(AM_V_GEN)$(MKDIR_P) data && \
	$(SHELL) $(srcdir)/data/embed $(srcdir) $(builtin_data) >$@.tmp && \
	mv -f $@.tmp $@
