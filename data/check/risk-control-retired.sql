-- id: risk-control-retired
-- clause: 6.1.3
-- severity: error
-- kind: risk
-- field: controls
-- what: A risk relies on a control that was retired
-- auditor: What works in its place?
-- mend: Link what replaced the control, and rate the risk anew.
SELECT r.id, r.title || ': ' || c.code || ' ' || c.title AS text
FROM risk r
JOIN risk_controls l ON l.risk_id = r.id
JOIN control c ON c.id = l.ref_id
WHERE r.archived = 0 AND r.status <> 'closed' AND (c.status = 'retired' OR c.archived = 1)
