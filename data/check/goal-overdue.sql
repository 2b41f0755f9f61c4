-- id: goal-overdue
-- clause: 5.1
-- severity: hint
-- kind: business_goal
-- field: due
-- what: The day of a goal of the organisation has passed
-- auditor: Was it reached? The ISMS is to serve the direction of the organisation.
-- mend: Say whether it was reached or missed, or give it a new day.
SELECT id, title || ': due on ' || due AS text FROM business_goal
WHERE archived = 0 AND status = 'open' AND due < today()
