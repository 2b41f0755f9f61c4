-- Input d 4 (9.3.2): how far the objectives are reached.
SELECT o.code || ' ' || o.title || ': ' || o.status || ifnull(', ' || o.progress || ' %', ', no value')
  || ifnull(', due ' || o.due, '') || CASE WHEN o.overdue THEN ', OVERDUE' ELSE '' END AS text
FROM objective_view o
WHERE o.archived = 0 AND o.status <> 'cancelled' AND (o.status <> 'evaluated' OR ifnull(o.evaluated_on, '9') >= ?1)
ORDER BY o.due, o.code
