-- Who has a competence, and how often somebody in a role (its deputies too) lacks the
-- level that the role needs (7.2). What has run out does not count.
SELECT c.id,
  (SELECT count(DISTINCT h.person) FROM person_competence h JOIN person p ON p.id = h.person
    WHERE h.competence = c.id AND h.competence IS NOT NULL AND h.archived = 0 AND h.level >= 3 AND ifnull(h.valid_to >= today(), 1)
      AND p.archived = 0 AND ifnull(p.left_on >= today(), 1)) AS people,
  (SELECT count(DISTINCT n.id || ' ' || a.person) FROM role_competence n JOIN assignment a ON a.role = n.role AND a.role IS NOT NULL
    WHERE n.competence = c.id AND n.archived = 0 AND a.archived = 0 AND ifnull(a.from_date <= today(), 1) AND ifnull(a.to_date >= today(), 1)
      AND NOT EXISTS (SELECT 1 FROM person p WHERE p.id = a.person AND p.left_on < today())
      AND n.level_needed > ifnull((SELECT max(h.level) FROM person_competence h WHERE h.person = a.person AND h.competence = c.id AND h.competence IS NOT NULL
          AND h.archived = 0 AND ifnull(h.valid_to >= today(), 1)), 0)) AS gaps
FROM competence c
