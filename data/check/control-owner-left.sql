-- id: control-owner-left
-- clause: 9.1
-- severity: error
-- kind: control
-- field: owner
-- what: The owner of a control has left
-- auditor: Who sees to it today?
-- mend: Name a new owner.
SELECT c.id, c.title || ': ' || p.title || ' left on ' || p.left_on AS text
FROM control c JOIN person p ON p.id = c.owner
WHERE c.archived = 0 AND c.status <> 'retired' AND p.left_on < today()
