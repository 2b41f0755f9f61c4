-- What is left to do about a nonconformity, and how long it has been open (10.2).
SELECT n.id,
  (SELECT count(*) FROM finding f WHERE f.nonconformity = n.id AND f.archived = 0) AS findings,
  (SELECT count(*) FROM action a WHERE a.nonconformity = n.id AND a.archived = 0
    AND a.status <> 'cancelled') AS actions,
  (SELECT count(*) FROM action a WHERE a.nonconformity = n.id AND a.archived = 0
    AND a.status <> 'done' AND a.status <> 'verified' AND a.status <> 'cancelled') AS open_actions,
  CAST(julianday(CASE n.status WHEN 'closed' THEN coalesce(n.closed_on, n.effect_checked_on)
      ELSE today() END) - julianday(n.found_on) AS INTEGER) AS days_open,
  CASE n.status
    WHEN 'closed' THEN 0
    WHEN 'effect checked' THEN 0
    WHEN 'action done' THEN ifnull(n.effect_due < today(), 0)
    ELSE ifnull(n.due < today(), 0) END AS overdue
FROM nonconformity n
