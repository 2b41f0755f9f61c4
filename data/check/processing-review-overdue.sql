-- id: processing-review-overdue
-- clause: A.5.34
-- severity: warning
-- kind: processing_activity
-- field: next_review
-- what: A processing activity was to be looked at again
-- auditor: Is the record still true?
-- mend: Review it and set the next day.
SELECT id, title || ': due on ' || next_review AS text FROM processing_activity_view
WHERE archived = 0 AND status <> 'ended' AND overdue = 1
