-- id: risk-residual-above-current
-- clause: 6.1.3
-- severity: warning
-- kind: risk
-- field: residual_likelihood
-- what: A risk is expected to be higher after its treatment than it is now
-- auditor: Why do you treat it, when that makes it worse?
-- mend: Rate the residual risk anew: what remains when all that is planned is done.
SELECT id, title || ': residual ' || residual_level || ', current ' || current_level AS text
FROM risk_view
WHERE archived = 0 AND status <> 'closed' AND risk_kind = 'threat'
  AND residual_level > current_level
