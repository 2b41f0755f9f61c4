-- id: method-step-without-words
-- clause: 6.1.2
-- severity: warning
-- kind: risk_criterion
-- field: criteria
-- what: A step of a scale in force is not described
-- auditor: How do two people come to the same value here?
-- mend: Describe the step by money, time, people or frequency.
SELECT c.id, c.scale || ' ' || c.value || ' ' || c.title AS text
FROM organisation o JOIN risk_criterion c ON c.method = o.method
WHERE c.archived = 0 AND c.scale <> 'level' AND ifnull(trim(c.criteria), '') = ''
