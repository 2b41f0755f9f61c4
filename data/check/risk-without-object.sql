-- id: risk-without-object
-- clause: 6.1.2
-- severity: warning
-- kind: risk
-- field: assets
-- what: A risk names no asset and no process
-- auditor: What is hit: which information, which system, which process?
-- mend: Link the assets or processes that the risk is about.
SELECT id, title AS text FROM risk r
WHERE archived = 0 AND status <> 'closed' AND risk_kind = 'threat'
  AND NOT EXISTS (SELECT 1 FROM risk_assets l WHERE l.risk_id = r.id)
  AND NOT EXISTS (SELECT 1 FROM risk_processes l WHERE l.risk_id = r.id)
