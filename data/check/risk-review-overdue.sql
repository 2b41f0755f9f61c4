-- id: risk-review-overdue
-- clause: 8.2
-- severity: warning
-- kind: risk
-- field: next_review
-- what: A risk was not reviewed when it was due
-- auditor: You planned to rate this again by then. What happened since?
-- mend: Rate it anew with its owner, and set the next day.
SELECT id, title || ': due on ' || next_review AS text FROM risk
WHERE archived = 0 AND status <> 'closed' AND next_review < today()
