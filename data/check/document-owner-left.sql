-- id: document-owner-left
-- clause: 7.5
-- severity: warning
-- kind: document
-- field: owner
-- what: The owner of a document has left
-- auditor: Who keeps it up to date today?
-- mend: Name a new owner.
SELECT d.id, d.title || ': ' || p.title || ' left on ' || p.left_on AS text
FROM document_view d JOIN person p ON p.id = d.owner
WHERE d.archived = 0 AND d.state <> 'withdrawn' AND p.left_on < today()
