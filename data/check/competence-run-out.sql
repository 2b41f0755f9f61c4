-- id: competence-run-out
-- clause: 7.2
-- severity: warning
-- kind: person_competence
-- field: valid_to
-- what: A proof of competence has run out
-- auditor: Is it renewed?
-- mend: Renew it and enter the new end.
SELECT h.id, h.title || ': ended on ' || h.valid_to AS text
FROM person_competence_view h JOIN person p ON p.id = h.person
WHERE h.archived = 0 AND h.overdue = 1 AND h.needed IS NOT NULL
  AND ifnull(p.left_on >= today(), 1)
