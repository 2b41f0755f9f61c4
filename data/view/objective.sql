-- How far an objective is from its baseline to its target (6.2), in whole per cent,
-- rounded down so that 100 means reached, and kept within 0 and 100. One that only has
-- to be held, or that has no baseline, is at 100 where it is reached.
SELECT v.id, v.value_now, v.open_actions, v.overdue,
  CASE WHEN v.now IS NULL OR v.target IS NULL THEN NULL
       WHEN v.sign * v.now >= v.sign * v.target THEN 100
       WHEN v.baseline IS NULL THEN NULL
       WHEN v.baseline = v.target THEN 0
       ELSE max(0, CAST(100.0 * (v.now - v.baseline) / (v.target - v.baseline) + 0.000001 AS INTEGER))
       END AS progress
FROM (
  SELECT n.id, n.value_now, n.open_actions, n.overdue,
    CASE n.direction WHEN 'down' THEN -1.0 ELSE 1.0 END AS sign,
    CAST(nullif(n.value_now, '') AS REAL) AS now,
    CAST(nullif(n.baseline, '') AS REAL) AS baseline,
    CAST(nullif(n.target, '') AS REAL) AS target
  FROM (
    SELECT o.id, o.direction, o.baseline, o.target,
      coalesce((SELECT r.value FROM metric_result r WHERE r.metric = o.metric AND r.metric IS NOT NULL AND r.archived = 0
        ORDER BY r.measured_on DESC LIMIT 1), o.latest) AS value_now,
      (SELECT count(*) FROM action a WHERE a.objective = o.id AND a.archived = 0
        AND a.status <> 'done' AND a.status <> 'verified' AND a.status <> 'cancelled') AS open_actions,
      (o.status = 'draft' OR o.status = 'approved' OR o.status = 'running')
        AND ifnull(o.due < today(), 0) AS overdue
    FROM objective o
  ) n
) v
