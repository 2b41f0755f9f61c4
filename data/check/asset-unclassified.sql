-- id: asset-unclassified
-- clause: A.5.12
-- severity: warning
-- kind: asset
-- field: classification
-- what: An asset that matters has no classification
-- auditor: How does one who handles it know what is allowed?
-- mend: Choose its class.
SELECT id, title AS text FROM asset
WHERE archived = 0 AND status IN ('in use', 'in repair') AND ifnull(relevant, 1) = 1
  AND classification IS NULL
