-- Input b (9.3.2): internal and external issues that are new or changed since ?1,
-- and the climate decision (Amendment 1:2024).
SELECT text FROM (
  SELECT 1 AS n, i.code || ' ' || i.title || ' (' || i.origin
    || CASE WHEN substr(i.created_at, 1, 10) >= ?1 THEN ', new' ELSE ', changed' END || '): ' || i.status AS text
  FROM context_issue i WHERE i.archived = 0 AND substr(i.changed_at, 1, 10) >= ?1
  UNION ALL
  SELECT 2, 'Climate change: ' || CASE o.climate_relevant WHEN 'yes' THEN 'relevant' WHEN 'no' THEN 'not relevant'
    ELSE 'not decided' END || ifnull(', decided on ' || o.climate_decided_on, '')
  FROM organisation o)
ORDER BY n, text
