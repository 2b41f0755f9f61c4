-- What came of a question of an audit (9.2).
SELECT s.id,
  (SELECT count(*) FROM finding f WHERE f.step = s.id AND f.archived = 0) AS findings
FROM audit_step s
