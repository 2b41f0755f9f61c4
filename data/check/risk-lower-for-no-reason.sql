-- id: risk-lower-for-no-reason
-- clause: 6.1.2
-- severity: error
-- kind: risk
-- field: controls
-- what: A risk is rated lower than it was, but there is no control and no treatment
-- auditor: What brought it down? I see no control and no decision that would.
-- mend: Link the controls that work, or describe what is done; else rate it as it is.
SELECT id, title || CASE WHEN current_level < inherent_level
  THEN ': current ' || current_level || ', inherent ' || inherent_level
  ELSE ': residual ' || residual_level || ', current ' || current_level END AS text
FROM risk_view r
WHERE archived = 0 AND status <> 'closed' AND risk_kind = 'threat'
  AND (current_level < inherent_level OR residual_level < current_level)
  AND ifnull(trim(existing_controls), '') = ''
  AND NOT EXISTS (SELECT 1 FROM risk_controls l WHERE l.risk_id = r.id)
  AND NOT EXISTS (SELECT 1 FROM treatment t WHERE t.risk = r.id AND t.archived = 0)
  AND NOT EXISTS (SELECT 1 FROM action a WHERE a.risk = r.id AND a.archived = 0)
