-- id: metric-without-target
-- clause: 9.1
-- severity: hint
-- kind: metric
-- field: target
-- what: A metric has no target
-- auditor: From which value on do you act?
-- mend: Enter target and warning.
SELECT id, title AS text FROM metric
WHERE archived = 0 AND status = 'active' AND ifnull(trim(target), '') = ''
