-- id: metric-incomplete
-- clause: 9.1
-- severity: warning
-- kind: metric
-- field: method
-- what: A metric does not say how or by whom it is measured and judged
-- auditor: What is measured, by which method, when, by whom, and who analyses it?
-- mend: Fill in what is missing.
SELECT id, title || ': ' || CASE WHEN ifnull(trim(method), '') = '' THEN 'no method'
  WHEN measured_by IS NULL THEN 'nobody measures it' ELSE 'nobody judges it' END AS text
FROM metric
WHERE archived = 0 AND status = 'active'
  AND (ifnull(trim(method), '') = '' OR measured_by IS NULL OR analysed_by IS NULL)
