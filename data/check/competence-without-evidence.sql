-- id: competence-without-evidence
-- clause: 7.2
-- severity: warning
-- kind: person_competence
-- field: evidence
-- what: Nothing shows the competence of a person
-- auditor: The standard wants evidence of competence kept. Which certificate, record or
--   reference is there?
-- mend: Link the evidence, or say what it rests on.
SELECT h.id, h.title AS text FROM person_competence_view h
WHERE h.archived = 0 AND h.needed IS NOT NULL AND h.evidence IS NULL
  AND ifnull(trim(h.notes), '') = ''
