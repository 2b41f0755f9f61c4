-- id: risk-target-above-residual
-- clause: 6.1.3
-- severity: warning
-- kind: risk
-- field: target_likelihood
-- what: The target of a risk lies above what remains after treatment
-- auditor: You aim for less than you expect to reach. Which of the two is meant?
-- mend: Set the target at or below the residual level, or rate the residual risk anew.
SELECT id, title || ': target ' || target_level || ', residual ' || residual_level AS text
FROM risk_view
WHERE archived = 0 AND status <> 'closed' AND risk_kind = 'threat'
  AND target_level > residual_level
