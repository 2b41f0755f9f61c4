-- Input c (9.3.2, new in 2022): parties, requirements and laws that are new, changed or
-- ended since ?1, counted and by name.
WITH moved AS (
  SELECT 2 AS n, p.code, p.title, substr(p.created_at, 1, 10) >= ?1 AS is_new, 0 AS ended, 'party' AS what
  FROM interested_party p WHERE p.archived = 0 AND substr(p.changed_at, 1, 10) >= ?1
  UNION ALL
  SELECT 3, q.code, q.title, substr(q.created_at, 1, 10) >= ?1, 0, 'requirement, ' || q.compliance
  FROM requirement q WHERE q.archived = 0 AND substr(q.changed_at, 1, 10) >= ?1
  UNION ALL
  SELECT 4, l.code, l.title, substr(l.created_at, 1, 10) >= ?1, ifnull(l.valid_to BETWEEN ?1 AND today(), 0),
    'legal register' || CASE WHEN l.valid_to BETWEEN ?1 AND today() THEN ', ended on ' || l.valid_to ELSE '' END
  FROM legal_requirement l WHERE l.archived = 0
    AND (substr(l.changed_at, 1, 10) >= ?1 OR l.valid_to BETWEEN ?1 AND today())
)
SELECT text FROM (
  SELECT 1 AS n, '' AS code, sum(is_new AND NOT ended) || ' new, ' || sum(NOT is_new AND NOT ended) || ' changed, '
    || sum(ended) || ' ended' AS text
  FROM moved HAVING count(*) > 0
  UNION ALL
  SELECT n, code, code || ' ' || title || CASE WHEN ended THEN ': ended, ' WHEN is_new THEN ': new, '
    ELSE ': changed, ' END || what FROM moved)
ORDER BY n, code
