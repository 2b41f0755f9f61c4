-- id: nonconformity-without-owner
-- clause: 10.2
-- severity: error
-- kind: nonconformity
-- field: owner
-- what: Nobody works on a nonconformity
-- auditor: Who sees to it?
-- mend: Enter the person.
SELECT id, title AS text FROM nonconformity
WHERE archived = 0 AND status <> 'closed' AND owner IS NULL
