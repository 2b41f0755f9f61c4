-- id: risk-without-review-date
-- clause: 8.2
-- severity: warning
-- kind: risk
-- field: next_review
-- what: A risk has no day for its next review
-- auditor: When will you look at it again?
-- mend: Enter the next review by the interval of the method.
SELECT id, title AS text FROM risk
WHERE archived = 0 AND status <> 'closed' AND next_review IS NULL
