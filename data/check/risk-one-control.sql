-- id: risk-one-control
-- clause: 6.1.3
-- severity: hint
-- kind: risk
-- field: controls
-- what: A risk above tolerance rests on one control, or on controls of one sort
-- auditor: What is left when this one fails?
-- mend: Add a control of another sort: of people, of the house, of the law, of technique.
SELECT r.id, r.title || ': ' || CASE c.n WHEN 1 THEN 'one control' ELSE c.n || ' controls of one sort' END AS text
FROM risk_view r JOIN (
  SELECT l.risk_id, count(*) AS n, count(DISTINCT k.theme) AS sorts
  FROM risk_controls l JOIN control k ON k.id = l.ref_id
  WHERE k.archived = 0 AND k.status <> 'retired' GROUP BY l.risk_id
) c ON c.risk_id = r.id
WHERE r.archived = 0 AND r.risk_kind = 'threat' AND r.status <> 'closed'
  AND max(ifnull(r.inherent_level, 0), ifnull(r.current_level, 0)) >
    (SELECT m.tolerance FROM risk_method m WHERE m.id = (SELECT method FROM organisation))
  AND (c.n = 1 OR c.sorts = 1)
