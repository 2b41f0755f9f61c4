-- id: role-manager-missing
-- clause: 5.3
-- severity: error
-- kind: role
-- field: holders
-- what: Nobody is assigned to see to the ISMS
-- auditor: Who makes sure that the ISMS meets the standard, and who reports on it to top
--   management?
-- mend: Add the role of the ISMS manager and assign a person.
SELECT NULL AS id, 'no ISMS manager is assigned' AS text
WHERE NOT EXISTS (SELECT 1 FROM role_view
  WHERE archived = 0 AND role_kind = 'isms manager' AND holders > 0)
