-- How far a turn of the PDCA cycle is, by its milestones (10.1).
SELECT c.id,
  (SELECT count(*) FROM milestone m WHERE m.cycle = c.id AND m.archived = 0
    AND m.status <> 'cancelled') AS milestones,
  (SELECT CAST(round(100.0 * sum(m.status = 'done') / count(*)) AS INTEGER)
    FROM milestone m WHERE m.cycle = c.id AND m.archived = 0
    AND m.status <> 'cancelled') AS progress,
  c.status <> 'closed' AND ifnull(c.due < today(), 0) AS overdue
FROM cycle c
