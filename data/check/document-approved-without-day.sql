-- id: document-approved-without-day
-- clause: 7.5
-- severity: warning
-- kind: document_version
-- field: approved_on
-- what: A document does not say when it was approved
-- auditor: When was this version approved, before or after it was used?
-- mend: Enter the day of the approval.
SELECT id, title AS text FROM document_version_view
WHERE archived = 0 AND status IN ('approved', 'published') AND approved_on IS NULL
