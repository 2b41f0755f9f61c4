-- id: objective-without-value
-- clause: 6.2
-- severity: warning
-- kind: objective
-- field: latest
-- what: Nobody knows how far an objective is
-- auditor: How far are you?
-- mend: Enter the latest value, or the results of its metric.
SELECT id, title AS text FROM objective_view
WHERE archived = 0 AND status = 'running' AND value_now IS NULL
  AND ifnull(months_after(start, 3) < today(), 1)
