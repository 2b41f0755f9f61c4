-- id: action-without-owner
-- clause: 8.3
-- severity: error
-- kind: action
-- field: owner
-- what: Nobody has to carry out an action
-- auditor: Who does this?
-- mend: Enter the person.
SELECT id, title AS text FROM action
WHERE archived = 0 AND status IN ('open', 'in progress', 'on hold') AND owner IS NULL
