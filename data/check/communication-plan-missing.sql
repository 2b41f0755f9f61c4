-- id: communication-plan-missing
-- clause: 7.4
-- severity: error
-- kind: communication
-- field: direction
-- what: The communication plan lacks internal or external communication
-- auditor: What do you tell about information security: to whom inside and outside, when, how,
--   and who?
-- mend: Add the rows that are missing.
SELECT NULL AS id, 'no ' || d.direction || ' communication' AS text
FROM (SELECT 'internal' AS direction UNION ALL SELECT 'external') d
WHERE NOT EXISTS (SELECT 1 FROM communication c
  WHERE c.archived = 0 AND c.direction = d.direction)
