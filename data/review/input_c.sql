-- Input c (9.3.2, new in 2022): parties, requirements and laws that are new or
-- changed since ?1.
SELECT text FROM (
  SELECT 1 AS n, p.code || ' ' || p.title
    || CASE WHEN substr(p.created_at, 1, 10) >= ?1 THEN ': new party' ELSE ': changed' END AS text
  FROM interested_party p WHERE p.archived = 0 AND substr(p.changed_at, 1, 10) >= ?1
  UNION ALL
  SELECT 2, q.code || ' ' || q.title
    || CASE WHEN substr(q.created_at, 1, 10) >= ?1 THEN ': new requirement, ' ELSE ': changed, ' END || q.compliance
  FROM requirement q WHERE q.archived = 0 AND substr(q.changed_at, 1, 10) >= ?1
  UNION ALL
  SELECT 3, l.code || ' ' || l.title
    || CASE WHEN substr(l.created_at, 1, 10) >= ?1 THEN ': new in the legal register' ELSE ': changed' END
  FROM legal_requirement l WHERE l.archived = 0 AND substr(l.changed_at, 1, 10) >= ?1)
ORDER BY n, text
