-- Where a metric stands: its newest value against target and warning, against the one
-- before, and when the next is due (9.1). Less is better turns the signs round. A day
-- that the month has not becomes its last.
SELECT v.id, v.latest, v.latest_on,
  CASE WHEN v.latest IS NULL THEN NULL
       WHEN v.target IS NULL THEN 'no target'
       WHEN v.sign * v.figure >= v.sign * v.target THEN 'on target'
       WHEN v.sign * v.figure >= v.sign * v.warning THEN 'warning'
       ELSE 'off target' END AS verdict,
  CASE WHEN v.sign * v.figure > v.sign * v.before THEN 'better'
       WHEN v.sign * v.figure < v.sign * v.before THEN 'worse'
       WHEN v.figure = v.before THEN 'same' END AS trend,
  v.next_due,
  v.status = 'active' AND ifnull(v.next_due < today(), 0) AS overdue
FROM (
  SELECT n.id, n.status, n.latest, n.latest_on,
    CASE n.direction WHEN 'down' THEN -1.0 ELSE 1.0 END AS sign,
    CAST(nullif(n.target, '') AS REAL) AS target, CAST(nullif(n.warning, '') AS REAL) AS warning,
    CAST(n.latest AS REAL) AS figure, CAST(n.before AS REAL) AS before,
    CASE WHEN n.status <> 'active' THEN NULL
         WHEN n.latest_on IS NULL THEN n.start
         WHEN n.frequency = 'weekly' THEN date(n.latest_on, '+7 days')
         ELSE months_after(n.latest_on, CASE n.frequency WHEN 'monthly' THEN 1 WHEN 'quarterly' THEN 3
           WHEN 'half-yearly' THEN 6 ELSE 12 END) END AS next_due
  FROM (
    SELECT m.id, m.status, m.direction, m.target, m.warning, m.start, m.frequency,
      (SELECT r.value FROM metric_result r WHERE r.metric = m.id AND r.metric IS NOT NULL AND r.archived = 0
        ORDER BY r.measured_on DESC LIMIT 1) AS latest,
      (SELECT r.measured_on FROM metric_result r WHERE r.metric = m.id AND r.metric IS NOT NULL AND r.archived = 0
        ORDER BY r.measured_on DESC LIMIT 1) AS latest_on,
      (SELECT r.value FROM metric_result r WHERE r.metric = m.id AND r.metric IS NOT NULL AND r.archived = 0
        ORDER BY r.measured_on DESC LIMIT 1 OFFSET 1) AS before
    FROM metric m
  ) n
) v
