-- What is left to do about a finding (9.2, 10.2). One that a nonconformity works on is
-- late there, not here.
SELECT f.id,
  (SELECT count(*) FROM action a WHERE a.finding = f.id AND a.archived = 0
    AND a.status <> 'done' AND a.status <> 'verified' AND a.status <> 'cancelled') AS open_actions,
  f.nonconformity IS NULL AND CASE f.status
    WHEN 'closed' THEN 0
    WHEN 'effect checked' THEN 0
    WHEN 'action done' THEN ifnull(f.effect_due < today(), 0)
    ELSE ifnull(f.due < today(), 0) END AS overdue
FROM finding f
