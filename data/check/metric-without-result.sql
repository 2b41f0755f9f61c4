-- id: metric-without-result
-- clause: 9.1
-- severity: error
-- kind: metric
-- field: next_due
-- what: A metric has no value for its last period
-- auditor: You decided to measure this. Where is the result?
-- mend: Measure it and enter the result, or pause the metric with a reason.
SELECT id, title || ': due on ' || next_due AS text FROM metric_view
WHERE archived = 0 AND overdue = 1
UNION ALL
SELECT id, title || ': never measured' FROM metric_view
WHERE archived = 0 AND status = 'active' AND latest IS NULL AND next_due IS NULL
