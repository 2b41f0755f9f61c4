-- When a body has to meet again: its rhythm in months from its last meeting, or from
-- its founding, not beyond the end of the month (31 January and one month: 28 February).
SELECT d.id, d.last_met, d.next_due,
  ifnull(d.next_due < today(), 0) AND ifnull(d.dissolved > today(), 1) AS overdue
FROM (
  SELECT m.id, m.last_met, m.dissolved,
    min(date(m.base, '+' || m.interval_months || ' months'),
      date(m.base, 'start of month', '+' || (m.interval_months + 1) || ' months', '-1 day'))
      AS next_due
  FROM (
    SELECT l.id, l.interval_months, l.dissolved, l.last_met, coalesce(l.last_met, l.founded) AS base
    FROM (
      SELECT b.id, b.interval_months, b.dissolved, b.founded,
        (SELECT max(t.held_on) FROM meeting t WHERE t.body = b.id AND t.archived = 0
          AND (t.status = 'held' OR t.status = 'minutes approved')) AS last_met
      FROM body b
    ) l
  ) m
) d
