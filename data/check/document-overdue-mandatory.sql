-- id: document-overdue-mandatory
-- clause: 7.5
-- severity: warning
-- kind: mandatory_document
-- field: documents
-- what: A document that the standard demands was not reviewed in time
-- auditor: Is it still right?
-- mend: Review the document and enter the day, or publish a new version.
SELECT id, clause || ' ' || title AS text FROM mandatory_document_view
WHERE archived = 0 AND duty = 'clause' AND state = 'overdue'
