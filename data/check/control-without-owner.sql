-- id: control-without-owner
-- clause: 9.1
-- severity: error
-- kind: control
-- field: owner
-- what: A control operates without an owner
-- auditor: Who sees to it that this works?
-- mend: Enter the person.
SELECT id, title AS text FROM control
WHERE archived = 0 AND status IN ('implemented', 'operating', 'degraded') AND owner IS NULL
