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

/* ISO 27000's options for treating a risk, with the common words as alt. */
extern const struct choice treatment_options[];

#endif
