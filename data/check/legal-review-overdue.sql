-- id: legal-review-overdue
-- clause: A.5.31
-- severity: warning
-- kind: legal_requirement
-- field: next_review
-- what: A law was to be looked at again
-- auditor: Has it changed since?
-- mend: Look for changes, and set the next day.
SELECT id, title || ': due on ' || next_review AS text FROM legal_requirement_view
WHERE archived = 0 AND applicability <> 'does not apply' AND overdue = 1
