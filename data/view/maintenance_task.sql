-- A task is due its interval after it was last done, in months at the end of the month
-- where that day is not in it; before the first time on the day given for it (8.1).
-- What has no interval is done once.
SELECT e.id, e.next_due,
  CASE WHEN e.active AND e.next_due < today()
    THEN CAST(julianday(today()) - julianday(e.next_due) AS INTEGER) ELSE 0 END AS days_late,
  e.active AND ifnull(e.next_due < today(), 0) AS overdue
FROM (
  SELECT t.id, t.status = 'active' AS active,
    CASE WHEN t.last_done IS NULL THEN t.first_due
         WHEN t.interval_unit = 'months' THEN months_after(t.last_done, t.interval)
         WHEN t.interval_unit = 'weeks' THEN date(t.last_done, '+' || (7 * t.interval) || ' days')
         ELSE date(t.last_done, '+' || t.interval || ' days') END AS next_due
  FROM maintenance_task t
) e
