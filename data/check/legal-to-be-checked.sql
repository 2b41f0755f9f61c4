-- id: legal-to-be-checked
-- clause: A.5.31
-- severity: warning
-- kind: legal_requirement
-- field: applicability
-- what: It is not checked whether a law applies
-- auditor: Does it bind you or not?
-- mend: Check it, and enter the answer with its reason.
SELECT id, title AS text FROM legal_requirement
WHERE archived = 0 AND applicability = 'to be checked'
