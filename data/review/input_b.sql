-- Input b (9.3.2): internal and external issues that are new, changed or closed since
-- ?1, counted and by name, and the climate decision (Amendment 1:2024).
WITH moved AS (
  SELECT i.*, CASE WHEN substr(i.created_at, 1, 10) >= ?1 THEN 'new' WHEN i.status = 'closed' THEN 'closed'
    ELSE 'changed' END AS how
  FROM context_issue i WHERE i.archived = 0 AND substr(i.changed_at, 1, 10) >= ?1
)
SELECT text FROM (
  SELECT 1 AS n, '' AS k, sum(how = 'new') || ' issues new, ' || sum(how = 'changed') || ' changed, '
    || sum(how = 'closed') || ' closed' AS text
  FROM moved HAVING count(*) > 0
  UNION ALL
  SELECT 2, code, code || ' ' || title || ' (' || origin || ', ' || how || '): ' || status FROM moved
  UNION ALL
  SELECT 3, '', 'Climate change: ' || CASE o.climate_relevant WHEN 'yes' THEN 'relevant' WHEN 'no' THEN 'not relevant'
    ELSE 'not decided' END || ifnull(', decided on ' || o.climate_decided_on, '')
  FROM organisation o)
ORDER BY n, k
