-- An action is overdue when it is not finished though its day has passed.
SELECT a.id,
  ifnull(a.due < today(), 0) AND a.status <> 'done' AND a.status <> 'verified'
    AND a.status <> 'cancelled' AS overdue
FROM action a
