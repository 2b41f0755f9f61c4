-- id: operation-too-short
-- clause: 4.4
-- severity: warning
-- kind: organisation
-- field: start_of_operation
-- what: The ISMS will have been in operation for less than two months at stage 2
-- auditor: Show me the records of some months: reviews, tasks, measurements, an audit.
-- mend: Run it longer before stage 2, or enter since when it is run.
SELECT o.id, o.title || ': since ' || o.start_of_operation || ', stage 2 on ' || c.stage_2_on AS text
FROM organisation o JOIN certificate c ON c.archived = 0 AND c.status IN ('preparing', 'stage 1')
  AND c.standard LIKE '%27001%'
WHERE months_after(o.start_of_operation, 2) > c.stage_2_on
