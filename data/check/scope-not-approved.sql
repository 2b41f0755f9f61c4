-- id: scope-not-approved
-- clause: 4.3
-- severity: error
-- kind: scope_version
-- what: No approved scope is in force
-- auditor: The scope has to be available as documented information. Which statement is valid
--   today?
-- mend: Write the scope statement, have top management approve it, and enter from when it is
--   valid.
SELECT NULL AS id, 'no scope version is approved and valid today' AS text
WHERE NOT EXISTS (SELECT 1 FROM scope_version_view WHERE archived = 0 AND in_force = 1)
