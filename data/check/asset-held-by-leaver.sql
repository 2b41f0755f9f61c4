-- id: asset-held-by-leaver
-- clause: A.5.11
-- severity: warning
-- kind: asset
-- field: custodian
-- what: Somebody who has left still looks after an asset
-- auditor: Was it given back?
-- mend: Take it back and name who has it now.
SELECT a.id, a.title || ': ' || p.title || ' left on ' || p.left_on AS text
FROM asset a JOIN person p ON p.id = a.custodian
WHERE a.archived = 0 AND a.status <> 'disposed' AND p.left_on < today()
