/*
 * The registers by name, for code that means one of them (the matrix means
 * risk). Everything general goes over kinds[].
 */
#ifndef ISMS_MODEL_KINDS_H
#define ISMS_MODEL_KINDS_H

#include "isms/model/kind.h"

extern const struct kind kind_organisation, kind_org_unit, kind_person, kind_asset,
	kind_threat, kind_vulnerability, kind_control, kind_soa_entry, kind_risk_method,
	kind_risk_criterion, kind_risk_matrix_cell, kind_risk, kind_treatment, kind_action,
	kind_risk_acceptance;

/* context and leadership */
extern const struct kind kind_context_issue, kind_interested_party, kind_legal_requirement,
	kind_requirement, kind_process, kind_process_link, kind_scope_item, kind_scope_version,
	kind_info_flow, kind_information_type, kind_regime, kind_role, kind_assignment, kind_body,
	kind_meeting, kind_decision, kind_approval, kind_business_goal, kind_business_case,
	kind_benefit, kind_concern, kind_option_choice, kind_resource, kind_milestone, kind_cycle;

/* support, operation, risk and controls */
extern const struct kind kind_document, kind_document_version, kind_acknowledgement,
	kind_mandatory_document, kind_evidence, kind_competence, kind_role_competence,
	kind_person_competence, kind_training, kind_attendance, kind_communication,
	kind_processing_activity, kind_supplier, kind_supplier_assessment, kind_maintenance_task,
	kind_incident, kind_change, kind_threat_note, kind_control_assessment,
	kind_risk_assessment, kind_risk_control, kind_soa_version, kind_remark;

/* monitoring, audits, reviews, improvement, frameworks */
extern const struct kind kind_metric, kind_metric_result, kind_objective, kind_audit_programme,
	kind_audit, kind_audit_step, kind_finding, kind_nonconformity, kind_management_review,
	kind_improvement, kind_questionnaire, kind_question, kind_answer, kind_certificate,
	kind_framework, kind_framework_requirement, kind_framework_mapping, kind_clause;

/* ISO 27000's options for treating a risk, with the common words as alt. */
extern const struct choice treatment_options[];

/* The themes of Annex A, and legal for controls of one's own. */
extern const struct choice control_themes[];

/* In, out or partly within the scope of the ISMS (4.3); the four classes of
 * information (A.5.12). */
extern const struct choice scope_choices[], classification_choices[];

/* How a control was found to work (9.1). */
extern const struct choice operation_choices[];

/* Whether more or less of what is measured is better; see check_direction(). */
extern const struct choice direction_choices[];

#endif
