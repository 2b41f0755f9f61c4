-- id: benefit-not-seen
-- clause: 5.1
-- severity: hint
-- kind: benefit
-- field: due
-- what: Nobody has looked whether a benefit came
-- auditor: You promised this for the money. Did it come?
-- mend: Look, and enter what was seen.
SELECT id, title || ': expected by ' || due AS text FROM benefit_view
WHERE archived = 0 AND overdue = 1
