-- What was accepted is to be done (10.1).
SELECT i.id,
  (SELECT count(*) FROM action a WHERE a.improvement = i.id AND a.archived = 0
    AND a.status <> 'done' AND a.status <> 'verified' AND a.status <> 'cancelled') AS open_actions,
  (i.status = 'accepted' OR i.status = 'in work') AND ifnull(i.due < today(), 0) AS overdue
FROM improvement i
