-- id: document-review-overdue
-- clause: 7.5
-- severity: warning
-- kind: document
-- field: last_review
-- what: A published document was not reviewed in time
-- auditor: Is it still right? Who says so?
-- mend: Review it and enter the day, or publish a new version.
SELECT id, title || ': due on ' || next_review AS text FROM document_view
WHERE archived = 0 AND state = 'published' AND overdue = 1
