-- id: maintenance-without-owner
-- clause: 8.1
-- severity: warning
-- kind: maintenance_task
-- field: owner
-- what: Nobody has to do a recurring task
-- auditor: Who does it?
-- mend: Enter the person.
SELECT id, title AS text FROM maintenance_task
WHERE archived = 0 AND status = 'active' AND owner IS NULL
