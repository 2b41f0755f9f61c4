-- id: requirement-undecided
-- clause: 4.2
-- severity: error
-- kind: requirement
-- field: in_isms
-- what: It is not decided whether a requirement is met by the ISMS
-- auditor: Which of these requirements do you address through the ISMS? The clause asks for a
--   decision on each.
-- mend: Answer yes or no; a no needs its reason.
SELECT id, title AS text FROM requirement WHERE archived = 0 AND in_isms = 'undecided'
