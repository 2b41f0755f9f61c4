-- id: asset-out-of-support
-- clause: A.8.8
-- severity: warning
-- kind: asset
-- field: end_of_support
-- what: An asset is used though its maker no longer mends it
-- auditor: How do you protect what gets no more patches?
-- mend: Replace it, or treat the risk and link it with the asset.
SELECT id, title || ': ended on ' || end_of_support AS text FROM asset_view
WHERE archived = 0 AND status IN ('in use', 'in repair') AND end_of_support < today()
  AND risks = 0
