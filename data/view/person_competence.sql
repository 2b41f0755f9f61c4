-- What a person can do is called by both; the highest level that the person's roles
-- need stands beside it (7.2).
SELECT h.id,
  (SELECT p.title FROM person p WHERE p.id = h.person) || ': ' ||
  (SELECT c.title FROM competence c WHERE c.id = h.competence) AS title,
  (SELECT max(n.level_needed) FROM role_competence n JOIN assignment a ON a.role = n.role AND a.role IS NOT NULL
    WHERE n.competence = h.competence AND a.person = h.person AND n.archived = 0
      AND a.archived = 0 AND ifnull(a.from_date <= today(), 1) AND ifnull(a.to_date >= today(), 1)
      AND NOT EXISTS (SELECT 1 FROM person p WHERE p.id = a.person AND p.left_on < today())) AS needed,
  ifnull(h.valid_to < today(), 0) AS overdue
FROM person_competence h
