-- id: action-owner-left
-- clause: 8.3
-- severity: error
-- kind: action
-- field: owner
-- what: The owner of an action has left
-- auditor: Who carries it on?
-- mend: Hand it over to somebody else.
SELECT a.id, a.title || ': ' || p.title || ' left on ' || p.left_on AS text
FROM action a JOIN person p ON p.id = a.owner
WHERE a.archived = 0 AND a.status IN ('open', 'in progress', 'on hold') AND p.left_on < today()
