-- id: competence-undefined
-- clause: 7.2
-- severity: warning
-- kind: role
-- what: A role of the ISMS has no competence that it needs
-- auditor: How do you know that whoever holds it is competent?
-- mend: Add the competences that the role needs, with their level.
SELECT id, title AS text FROM role r
WHERE archived = 0 AND isms_role = 1
  AND NOT EXISTS (SELECT 1 FROM role_competence n WHERE n.role = r.id AND n.archived = 0)
