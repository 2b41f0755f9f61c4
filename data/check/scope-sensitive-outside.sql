-- id: scope-sensitive-outside
-- clause: 4.3
-- severity: warning
-- kind: process
-- field: in_scope
-- what: A process is out of scope although it handles sensitive information
-- auditor: Why does the ISMS not protect what is most sensitive?
-- mend: Take it in, or say in the scope statement who protects it and by what.
SELECT p.id, p.title || ': ' || group_concat(t.title, ', ') AS text
FROM process p JOIN process_information_types l ON l.process_id = p.id
  JOIN information_type t ON t.id = l.ref_id
WHERE p.archived = 0 AND p.in_scope = 'out' AND t.archived = 0 AND t.sensitivity >= 3
GROUP BY p.id
