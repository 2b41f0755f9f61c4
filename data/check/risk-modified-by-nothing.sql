-- id: risk-modified-by-nothing
-- clause: 6.1.3
-- severity: warning
-- kind: risk
-- field: controls
-- what: A risk is to be modified, but no control is linked
-- auditor: Which control brings it down, and did you compare with Annex A?
-- mend: Link the controls that are needed.
SELECT id, title AS text FROM risk r
WHERE archived = 0 AND risk_kind = 'threat' AND status IN ('in treatment', 'treated', 'monitored')
  AND ';' || treatment || ';' LIKE '%;modify;%'
  AND NOT EXISTS (SELECT 1 FROM risk_controls l WHERE l.risk_id = r.id)
