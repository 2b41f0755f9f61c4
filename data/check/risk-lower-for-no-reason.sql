-- id: risk-lower-for-no-reason
-- clause: 6.1.2
-- severity: error
-- kind: risk
-- field: controls
-- what: A risk is rated lower than it was, but there is no control and no treatment
-- auditor: What brings it down? I see no control and no decision that would.
-- mend: Link the controls that do, or decide on a treatment; else rate the risk as it is.
SELECT id, title || CASE WHEN residual_level < current_level
  THEN ': residual ' || residual_level || ', current ' || current_level
  ELSE ': current ' || current_level || ', inherent ' || inherent_level END AS text
FROM risk_view r
WHERE archived = 0 AND status <> 'closed' AND risk_kind = 'threat'
  AND (residual_level < current_level
    OR (current_level < inherent_level AND ifnull(trim(existing_controls), '') = ''))
  AND ifnull(trim(treatment_plan), '') = ''
  AND NOT EXISTS (SELECT 1 FROM risk_controls l WHERE l.risk_id = r.id)
  AND NOT EXISTS (SELECT 1 FROM treatment t WHERE t.risk = r.id AND t.risk IS NOT NULL AND t.archived = 0)
  AND NOT EXISTS (SELECT 1 FROM action a WHERE a.risk = r.id AND a.archived = 0)
