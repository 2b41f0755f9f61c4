-- Input g (9.3.2): proposals for improvement, counted and one by one: open ones, and
-- those that were decided or done since ?1.
WITH mine AS (
  SELECT i.* FROM improvement i
  WHERE i.archived = 0 AND i.improvement_kind <> 'feedback'
    AND (i.status IN ('proposed', 'accepted', 'in work')
      OR max(ifnull(i.decided_on, ''), ifnull(i.done_on, ''), substr(i.changed_at, 1, 10)) >= ?1)
)
SELECT text FROM (
  SELECT 1 AS n, '' AS s, '' AS code, count(*) || CASE count(*) WHEN 1 THEN ' proposal: ' ELSE ' proposals: ' END
    || sum(ifnull(proposed_on, substr(created_at, 1, 10)) >= ?1) || ' new, ' || sum(status IN ('accepted', 'in work'))
    || ' accepted, ' || sum(status = 'done') || ' done' AS text
  FROM mine HAVING count(*) > 0
  UNION ALL
  SELECT 2, status, code, code || ' ' || title || ': ' || status || ifnull(', ' || benefit, '') FROM mine)
ORDER BY n, s, code
