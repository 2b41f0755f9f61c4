-- id: risk-below-suggestion
-- clause: 6.1.3
-- severity: hint
-- kind: risk
-- field: residual_likelihood
-- what: The residual level of a risk is lower than its controls suggest
-- auditor: By the reductions that you entered, more should remain. Why less?
-- mend: Say in the reason of the rating why, or change rating or reductions.
SELECT id, title || ': likelihood ' || residual_l || ' and impact ' || residual_i ||
  ', suggested ' || suggested_residual_l || ' and ' || suggested_residual_i AS text
FROM risk_view r
WHERE archived = 0 AND status <> 'closed' AND risk_kind = 'threat'
  AND ifnull(trim(residual_reason), '') = ''
  AND EXISTS (SELECT 1 FROM risk_control c WHERE c.risk = r.id AND c.risk IS NOT NULL AND c.archived = 0)
  AND (residual_l < suggested_residual_l OR residual_i < suggested_residual_i)
