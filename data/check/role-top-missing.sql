-- id: role-top-missing
-- clause: 5.3
-- severity: error
-- kind: role
-- field: holders
-- what: Top management is not named
-- auditor: Who is top management of the scope that you want certified?
-- mend: Add the role and assign the persons who decide on direction and money.
SELECT NULL AS id, 'nobody is assigned as top management' AS text
WHERE NOT EXISTS (SELECT 1 FROM role_view
  WHERE archived = 0 AND role_kind = 'top management' AND holders > 0)
