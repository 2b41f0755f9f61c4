-- id: supplier-owner-left
-- clause: A.5.22
-- severity: warning
-- kind: supplier
-- field: owner
-- what: Whoever looked after a supplier has left
-- auditor: Who watches it today?
-- mend: Name somebody else.
SELECT s.id, s.title || ': ' || p.title || ' left on ' || p.left_on AS text
FROM supplier s JOIN person p ON p.id = s.owner
WHERE s.archived = 0 AND s.status <> 'ended' AND p.left_on < today()
