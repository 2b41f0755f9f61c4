-- id: metric-without-analysis
-- clause: 9.1
-- severity: error
-- kind: metric_result
-- field: analysis
-- what: The last result of a metric was not analysed
-- auditor: What do you conclude from this value?
-- mend: Enter what it means and who judged it.
SELECT r.id, r.title || ': ' || r.value AS text FROM metric_result_view r
JOIN metric m ON m.id = r.metric
WHERE r.archived = 0 AND m.archived = 0 AND m.status = 'active'
  AND ifnull(trim(r.analysis), '') = ''
  AND NOT EXISTS (SELECT 1 FROM metric_result o
    WHERE o.metric = r.metric AND o.metric IS NOT NULL AND o.archived = 0 AND o.measured_on > r.measured_on)
