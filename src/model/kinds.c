/* The list of all registers. A new one is a file in kinds/ and a line here. */
#include "config.h"

#include "isms/model/kinds.h"

#include <stddef.h>

const struct kind *const kinds[] = {
	/* context */
	&kind_organisation, &kind_org_unit,
	/* leadership */
	&kind_person,
	/* controls come before what suggests and uses them */
	&kind_control, &kind_soa_entry,
	/* assets */
	&kind_asset,
	/* risks */
	&kind_threat, &kind_vulnerability, &kind_risk_method, &kind_risk_criterion,
	&kind_risk_matrix_cell, &kind_risk, &kind_treatment, &kind_risk_acceptance,
	/* improvement */
	&kind_action,
	NULL,
};
