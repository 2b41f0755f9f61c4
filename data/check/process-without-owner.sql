-- id: process-without-owner
-- clause: 4.4
-- severity: warning
-- kind: process
-- field: owner
-- what: A process has no owner
-- auditor: Who sees to it that this runs, and that it is improved?
-- mend: Enter the owner of the process.
SELECT id, title AS text FROM process WHERE archived = 0 AND in_scope <> 'out' AND owner IS NULL
