-- How far an audit is, and what it found (9.2).
SELECT a.id,
  (SELECT count(*) FROM audit_step s WHERE s.audit = a.id AND s.audit IS NOT NULL AND s.archived = 0) AS steps,
  (SELECT CAST(100 * sum(s.result <> 'open') / count(*) AS INTEGER) FROM audit_step s
    WHERE s.audit = a.id AND s.audit IS NOT NULL AND s.archived = 0) AS steps_done,
  (SELECT count(*) FROM finding f WHERE f.audit = a.id AND f.archived = 0
    AND f.grade <> 'conformity') AS findings,
  (SELECT count(*) FROM finding f WHERE f.audit = a.id AND f.archived = 0
    AND (f.grade = 'minor' OR f.grade = 'major')) AS nonconformities,
  (SELECT count(*) FROM finding f WHERE f.audit = a.id AND f.archived = 0
    AND f.grade <> 'conformity' AND f.status <> 'closed') AS open_findings,
  (a.status = 'planned' OR a.status = 'announced') AND ifnull(a.start < today(), 0) AS overdue
FROM audit a
