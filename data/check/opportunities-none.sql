-- id: opportunities-none
-- clause: 6.1.1
-- severity: warning
-- kind: risk
-- field: risk_kind
-- what: No opportunity is among the risks
-- auditor: The standard speaks of risks and opportunities. Which chances do you see, and what
--   do you do to take them?
-- mend: Add an opportunity, such as a certificate that opens a market, with an action for it.
SELECT NULL AS id, 'no opportunity with an action or a plan' AS text
WHERE NOT EXISTS (SELECT 1 FROM risk r
  WHERE r.archived = 0 AND r.risk_kind = 'opportunity' AND r.status <> 'closed'
    AND (ifnull(trim(r.treatment_plan), '') <> ''
      OR EXISTS (SELECT 1 FROM action a WHERE a.risk = r.id AND a.archived = 0)))
