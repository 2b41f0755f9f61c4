-- id: process-owner-left
-- clause: 4.4
-- severity: warning
-- kind: process
-- field: owner
-- what: The owner of a process has left
-- auditor: Who sees to it today?
-- mend: Name a new owner.
SELECT r.id, r.title || ': ' || p.title || ' left on ' || p.left_on AS text
FROM process r JOIN person p ON p.id = r.owner WHERE r.archived = 0 AND p.left_on < today()
