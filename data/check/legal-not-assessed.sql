-- id: legal-not-assessed
-- clause: A.5.31
-- severity: warning
-- kind: legal_requirement
-- field: compliance
-- what: It is not assessed whether a law that applies is met
-- auditor: Do you comply, and how do you know?
-- mend: Add the requirements that follow from it, and assess each.
SELECT id, title AS text FROM legal_requirement_view
WHERE archived = 0 AND applicability = 'applies' AND compliance = 'not assessed'
