-- id: roles-incompatible
-- clause: A.5.3
-- severity: error
-- kind: assignment
-- field: role
-- what: One person holds two roles that exclude each other
-- auditor: Who checks this person's work? Duties that conflict are to be kept apart.
-- mend: Assign one of the roles to somebody else, or describe the check that makes up for it.
SELECT a.id, p.title || ': ' || x.title || ' and ' || y.title AS text
FROM assignment_view a
JOIN role_incompatible l ON l.role_id = a.role
JOIN assignment_view b ON b.role = l.ref_id AND b.person = a.person
JOIN person p ON p.id = a.person JOIN role x ON x.id = a.role JOIN role y ON y.id = b.role
WHERE a.archived = 0 AND b.archived = 0 AND a.in_force = 1 AND b.in_force = 1
  AND (SELECT one_person FROM organisation) IS NOT 1
