-- An assignment is called by person and role. It ends by its date, or when the person
-- leaves (5.3).
SELECT a.id,
  (SELECT p.title FROM person p WHERE p.id = a.person) || ': ' ||
  (SELECT r.title FROM role r WHERE r.id = a.role) AS title,
  ifnull(a.from_date <= today(), 1) AND ifnull(a.to_date >= today(), 1)
    AND NOT EXISTS (SELECT 1 FROM person p WHERE p.id = a.person AND p.left_on < today())
    AS in_force
FROM assignment a
