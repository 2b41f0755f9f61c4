-- id: risk-accepted-without-acceptance
-- clause: 6.1.3
-- severity: error
-- kind: risk
-- field: status
-- what: A risk stands as accepted, but nobody has accepted it
-- auditor: Who accepted this, at which level, and until when?
-- mend: Add an acceptance by the risk owner, or treat the risk.
SELECT id, title AS text FROM risk r
WHERE archived = 0 AND status = 'accepted'
  AND NOT EXISTS (SELECT 1 FROM risk_acceptance a
    WHERE a.risk = r.id AND a.risk IS NOT NULL AND a.archived = 0 AND a.status = 'accepted')
