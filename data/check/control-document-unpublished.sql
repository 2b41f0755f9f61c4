-- id: control-document-unpublished
-- clause: 7.5
-- severity: warning
-- kind: control
-- field: documents
-- what: A control in use rests on a document that is not published
-- auditor: By which rule do people work?
-- mend: Publish the document, or take it off the control.
SELECT c.id, c.title || ': ' || d.code || ' ' || d.title || ' (' || d.state || ')' AS text
FROM control c JOIN control_documents l ON l.control_id = c.id JOIN document_view d ON d.id = l.ref_id
WHERE c.archived = 0 AND c.status IN ('implemented', 'operating', 'degraded')
  AND d.state <> 'published' AND d.origin = 'internal' AND d.doc_type <> 'record'
