-- id: asset-without-owner
-- clause: A.5.9
-- severity: error
-- kind: asset
-- field: owner
-- what: An asset has no owner
-- auditor: Who decides on its use, its classification and who gets access?
-- mend: Enter the owner.
SELECT id, title AS text FROM asset
WHERE archived = 0 AND status IN ('in use', 'in repair') AND ifnull(relevant, 1) = 1
  AND owner IS NULL
