-- id: document-without-owner
-- clause: 7.5
-- severity: warning
-- kind: document
-- field: owner
-- what: A document has no owner
-- auditor: Who keeps it up to date?
-- mend: Enter the person who answers for its content.
SELECT id, title AS text FROM document_view
WHERE archived = 0 AND state <> 'withdrawn' AND origin = 'internal' AND owner IS NULL
