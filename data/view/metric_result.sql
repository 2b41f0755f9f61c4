-- A value is called by its metric and its day, and judged by the metric's target and
-- by the value before it (9.1).
SELECT v.id, v.title,
  CASE WHEN v.target IS NULL THEN 'no target'
       WHEN v.sign * v.figure >= v.sign * v.target THEN 'on target'
       WHEN v.sign * v.figure >= v.sign * v.warning THEN 'warning'
       ELSE 'off target' END AS verdict,
  CASE WHEN v.sign * v.figure > v.sign * v.before THEN 'better'
       WHEN v.sign * v.figure < v.sign * v.before THEN 'worse'
       WHEN v.figure = v.before THEN 'same' END AS trend
FROM (
  SELECT r.id, CAST(r.value AS REAL) AS figure,
    (SELECT m.title FROM metric m WHERE m.id = r.metric) || ', ' || r.measured_on AS title,
    (SELECT CASE m.direction WHEN 'down' THEN -1.0 ELSE 1.0 END FROM metric m
      WHERE m.id = r.metric) AS sign,
    (SELECT CAST(nullif(m.target, '') AS REAL) FROM metric m WHERE m.id = r.metric) AS target,
    (SELECT CAST(nullif(m.warning, '') AS REAL) FROM metric m WHERE m.id = r.metric) AS warning,
    (SELECT CAST(b.value AS REAL) FROM metric_result b WHERE b.metric = r.metric AND b.metric IS NOT NULL AND b.archived = 0
      AND b.measured_on < r.measured_on ORDER BY b.measured_on DESC LIMIT 1) AS before
  FROM metric_result r
) v
