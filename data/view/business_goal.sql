-- How many information security objectives serve a goal (5.1 a, 6.2).
SELECT g.id, g.objectives, g.objectives > 0 AS covered, g.overdue
FROM (
  SELECT b.id,
    (SELECT count(*) FROM objective_goals l JOIN objective o ON o.id = l.objective_id
      WHERE l.ref_id = b.id AND o.archived = 0 AND o.status <> 'cancelled') AS objectives,
    b.status = 'open' AND ifnull(b.due < today(), 0) AS overdue
  FROM business_goal b
) g
