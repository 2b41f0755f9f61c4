-- id: document-missing-control
-- clause: 7.5
-- severity: warning
-- kind: mandatory_document
-- field: documents
-- what: A document that an applicable control asks for is missing
-- auditor: You declare the control applicable. Where is the document that it needs?
-- mend: Link the document that fulfils it and publish it, or say that the register of this file
--   is enough.
SELECT m.id, m.clause || ' ' || m.title || ': ' || m.state AS text FROM mandatory_document_view m
WHERE m.archived = 0 AND m.duty = 'control if applicable' AND m.state IN ('missing', 'draft')
  AND EXISTS (SELECT 1 FROM control c JOIN soa_entry s ON s.control = c.id
    WHERE c.code = m.clause AND s.archived = 0 AND s.applicable = 'yes')
