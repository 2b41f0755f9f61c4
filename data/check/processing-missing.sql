-- id: processing-missing
-- clause: A.5.34
-- severity: warning
-- kind: asset
-- field: personal_data
-- what: An asset holds personal data, but no processing activity names it
-- auditor: For which purpose is this data there, and how long is it kept?
-- mend: Link the asset with the activity that uses it.
SELECT a.id, a.title AS text FROM asset a
WHERE a.archived = 0 AND a.status = 'in use' AND a.personal_data = 1
  AND a.asset_kind IS NOT 'supporting'
  AND NOT EXISTS (SELECT 1 FROM processing_activity_assets l
    JOIN processing_activity p ON p.id = l.processing_activity_id
    WHERE l.ref_id = a.id AND p.archived = 0)
