-- id: risk-current-above-inherent
-- clause: 6.1.2
-- severity: warning
-- kind: risk
-- field: inherent_likelihood
-- what: A risk is higher with its controls than without them
-- auditor: How can controls make it worse? One of the two ratings is not up to date.
-- mend: Rate the inherent risk anew as it is today, then the current one.
SELECT id, title || ': current ' || current_level || ', inherent ' || inherent_level AS text
FROM risk_view
WHERE archived = 0 AND status <> 'closed' AND risk_kind = 'threat'
  AND current_level > inherent_level
