-- What is told by the calendar is due the interval after it was last told; what was
-- planned for a later day, on that day (7.4).
SELECT e.id, e.next_due, ifnull(e.next_due < today(), 0) AS overdue
FROM (
  SELECT c.id,
    CASE WHEN c.planned > ifnull(c.done_on, '') THEN c.planned
         ELSE months_after(c.done_on, c.interval) END AS next_due
  FROM communication c
) e
