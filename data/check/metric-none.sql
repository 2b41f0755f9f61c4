-- id: metric-none
-- clause: 9.1
-- severity: error
-- kind: metric
-- what: Nothing is measured
-- auditor: How do you know whether security and the ISMS are effective?
-- mend: Choose a few metrics, with method, rhythm and the people who measure and judge.
SELECT NULL AS id, 'no active metric' AS text
WHERE NOT EXISTS (SELECT 1 FROM metric WHERE archived = 0 AND status = 'active')
