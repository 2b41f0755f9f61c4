-- id: asset-need-unknown
-- clause: A.5.12
-- severity: hint
-- kind: asset
-- field: confidentiality
-- what: The need for protection of a critical asset is not rated
-- auditor: How much confidentiality, integrity and availability does it need?
-- mend: Rate the three needs.
SELECT id, title AS text FROM asset
WHERE archived = 0 AND status = 'in use' AND critical = 1
  AND (confidentiality IS NULL OR integrity IS NULL OR availability IS NULL)
