-- id: process-scope-undecided
-- clause: 4.3
-- severity: error
-- kind: process
-- field: in_scope
-- what: It is not decided whether a process is in scope
-- auditor: Which of your processes does the ISMS protect?
-- mend: Decide in, out or partly.
SELECT id, title AS text FROM process WHERE archived = 0 AND in_scope = 'undecided'
