-- What was decided is to be carried out.
SELECT d.id,
  (SELECT count(*) FROM action a WHERE a.decision = d.id AND a.archived = 0
    AND a.status <> 'cancelled') AS actions,
  d.status = 'decided' AND ifnull(d.due < today(), 0) AS overdue
FROM decision d
