-- How far the roadmap has slipped, in days.
SELECT m.id,
  (m.status = 'open' OR m.status = 'in progress') AND ifnull(m.due < today(), 0) AS overdue,
  CASE
    WHEN m.status = 'done' THEN
      CAST(julianday(m.done_on) - julianday(m.due) AS INTEGER)
    WHEN m.status <> 'cancelled' THEN
      max(CAST(julianday(today()) - julianday(m.due) AS INTEGER), 0)
  END AS slip_days,
  (m.status = 'open' OR m.status = 'in progress')
    AND EXISTS (SELECT 1 FROM milestone_depends_on l JOIN milestone b ON b.id = l.ref_id
      WHERE l.milestone_id = m.id AND b.archived = 0
      AND (b.status = 'open' OR b.status = 'in progress')) AS blocked
FROM milestone m
