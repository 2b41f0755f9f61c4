-- Input d 2 (9.3.2): each metric with its latest value and trend.
SELECT m.code || ' ' || m.title || ': ' || ifnull(m.latest || ifnull(' ' || m.unit, ''), 'no value')
  || ifnull(' (target ' || m.target || ')', '') || ifnull(', ' || m.verdict, '') || ifnull(', ' || m.trend, '')
  || CASE WHEN m.overdue THEN ', measurement OVERDUE' ELSE '' END AS text
FROM metric_view m WHERE m.archived = 0 AND m.status = 'active' ORDER BY m.code
