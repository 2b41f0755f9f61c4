-- Input d 4 (9.3.2): how far the objectives are reached: value against target, state and
-- evaluation. ?1 is the day of the last review.
SELECT o.code || ' ' || o.title || ': ' || o.status || ifnull(', ' || o.progress || ' %', '')
  || ifnull(', ' || nullif(o.value_now, '') || ifnull(' ' || o.unit, ''), ', no value')
  || ifnull(' (target ' || nullif(o.target, '') || ')', '')
  || ifnull(', due ' || o.due, '') || CASE WHEN o.overdue THEN ', OVERDUE' ELSE '' END
  || ifnull(', evaluated on ' || o.evaluated_on, '') AS text
FROM objective_view o
WHERE o.archived = 0 AND o.status <> 'cancelled' AND (o.status <> 'evaluated' OR ifnull(o.evaluated_on, '9') >= ?1)
ORDER BY o.due, o.code
