/*
 * The list of all registers. A new one is a file in kinds/ and a line here.
 *
 * What other models have as a register and this one has not, since it would be kept
 * twice: tasks and learning tasks (what is due, acknowledgements and attendances, which
 * an assignment proposes), links of assets (depends_on), links to requirements of a
 * framework (they name what meets them), distribution (the acknowledgement that is
 * sent), the audit trail (the history, written by the file itself).
 */
#include "config.h"

#include "isms/model/kinds.h"

#include <stddef.h>

const struct kind *const kinds[] = {
	/* context */
	&kind_organisation, &kind_org_unit,
	/* leadership */
	&kind_person,
	/* context again: all of it names people */
	&kind_context_issue, &kind_interested_party, &kind_legal_requirement, &kind_requirement,
	&kind_regime, &kind_process, &kind_process_link, &kind_info_flow, &kind_scope_item,
	&kind_scope_version,
	/* leadership */
	&kind_role, &kind_assignment, &kind_body, &kind_meeting, &kind_decision, &kind_approval,
	&kind_business_goal, &kind_business_case, &kind_benefit, &kind_option_choice,
	&kind_concern, &kind_milestone,
	/* support, as far as controls and assets name it */
	&kind_document, &kind_document_version, &kind_supplier, &kind_acknowledgement,
	&kind_mandatory_document,
	/* controls come before what suggests and uses them */
	&kind_evidence, &kind_control, &kind_soa_entry, &kind_soa_version,
	&kind_control_assessment,
	/* assets */
	&kind_information_type, &kind_asset, &kind_processing_activity,
	/* risks */
	&kind_threat, &kind_vulnerability, &kind_risk_method, &kind_risk_criterion,
	&kind_risk_matrix_cell, &kind_risk, &kind_risk_control, &kind_treatment,
	&kind_risk_acceptance, &kind_risk_assessment, &kind_threat_note,
	/* support */
	&kind_resource, &kind_competence, &kind_role_competence, &kind_person_competence,
	&kind_training, &kind_attendance, &kind_communication, &kind_supplier_assessment,
	&kind_maintenance_task, &kind_incident, &kind_change,
	/* context: frameworks name clauses and controls */
	&kind_clause, &kind_framework, &kind_framework_requirement, &kind_framework_mapping,
	/* measurement, and leadership's objectives */
	&kind_metric, &kind_metric_result, &kind_objective,
	/* audits and reviews; a finding names the nonconformity that works on it */
	&kind_audit_programme, &kind_audit, &kind_audit_step, &kind_nonconformity, &kind_finding,
	&kind_answer, &kind_questionnaire, &kind_question, &kind_management_review,
	/* improvement */
	&kind_improvement, &kind_certificate, &kind_cycle, &kind_action, &kind_remark,
	NULL,
};
