-- Input d 1 (9.3.2): nonconformities, counted since ?1 and named where open.
SELECT text FROM (
  SELECT 1 AS n, '' AS k, count(*) || ' found since the last review, ' || ifnull(sum(c.status = 'closed'), 0) || ' of them closed' AS text
  FROM nonconformity c WHERE c.archived = 0 AND ifnull(c.found_on, substr(c.created_at, 1, 10)) >= ?1
  UNION ALL
  SELECT 2, c.code, c.code || ' ' || c.title || ' (' || ifnull(c.grade, 'no grade') || '): ' || c.status
    || CASE WHEN c.overdue THEN ', OVERDUE' ELSE '' END
  FROM nonconformity_view c WHERE c.archived = 0 AND c.status <> 'closed')
ORDER BY n, k
