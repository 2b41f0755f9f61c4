-- How far those who hold a role today, its deputies too, are from the level it needs
-- (7.2): needed less their best valid level.
SELECT n.id,
  (SELECT r.title FROM role r WHERE r.id = n.role) || ': ' ||
  (SELECT c.title FROM competence c WHERE c.id = n.competence) AS title,
  (SELECT count(DISTINCT a.person) FROM assignment a WHERE a.role = n.role AND a.role IS NOT NULL AND a.archived = 0 AND ifnull(a.from_date <= today(), 1) AND ifnull(a.to_date >= today(), 1)
      AND NOT EXISTS (SELECT 1 FROM person p WHERE p.id = a.person AND p.left_on < today())) AS holders,
  (SELECT count(DISTINCT a.person) FROM assignment a WHERE a.role = n.role AND a.role IS NOT NULL AND a.archived = 0 AND ifnull(a.from_date <= today(), 1) AND ifnull(a.to_date >= today(), 1)
      AND NOT EXISTS (SELECT 1 FROM person p WHERE p.id = a.person AND p.left_on < today())
      AND n.level_needed > ifnull((SELECT max(h.level) FROM person_competence h WHERE h.person = a.person AND h.competence = n.competence AND h.competence IS NOT NULL
          AND h.archived = 0 AND ifnull(h.valid_to >= today(), 1)), 0)) AS lacking,
  (SELECT max(max(0, n.level_needed - ifnull((SELECT max(h.level) FROM person_competence h WHERE h.person = a.person AND h.competence = n.competence AND h.competence IS NOT NULL
          AND h.archived = 0 AND ifnull(h.valid_to >= today(), 1)), 0)))
    FROM assignment a WHERE a.role = n.role AND a.role IS NOT NULL AND a.archived = 0 AND ifnull(a.from_date <= today(), 1) AND ifnull(a.to_date >= today(), 1)
      AND NOT EXISTS (SELECT 1 FROM person p WHERE p.id = a.person AND p.left_on < today())) AS gap
FROM role_competence n
