-- id: scope-exclusions-missing
-- clause: 4.3
-- severity: warning
-- kind: scope_version
-- field: exclusions
-- what: Units are out of scope, but the scope in force names no exclusion
-- auditor: The statement reads as if everything were in. Who reads it has to see what is left
--   out, and why.
-- mend: Approve a new version of the scope that names what is excluded and why.
SELECT id, title || ', version ' || version || ': ' ||
  (SELECT group_concat(u.title, ', ') FROM org_unit u
    WHERE u.archived = 0 AND u.in_scope = 'out') AS text
FROM scope_version_view
WHERE archived = 0 AND in_force = 1 AND ifnull(trim(exclusions), '') = ''
  AND EXISTS (SELECT 1 FROM org_unit u WHERE u.archived = 0 AND u.in_scope = 'out')
