-- id: asset-owner-left
-- clause: A.5.9
-- severity: error
-- kind: asset
-- field: owner
-- what: The owner of an asset has left
-- auditor: Who decides on it today?
-- mend: Name a new owner.
SELECT a.id, a.title || ': ' || p.title || ' left on ' || p.left_on AS text
FROM asset a JOIN person p ON p.id = a.owner
WHERE a.archived = 0 AND a.status <> 'disposed' AND p.left_on < today()
