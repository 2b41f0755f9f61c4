-- id: document-missing-documents
-- clause: 7.5
-- severity: error
-- kind: mandatory_document
-- field: documents
-- what: A document that the ISMS needs is missing
-- auditor: Which documents did you find necessary, and how do you control those from outside?
-- mend: Link the document that fulfils it and publish it, or say that the register of this file
--   is enough.
SELECT id, clause || ' ' || title || ': ' || state AS text FROM mandatory_document_view
WHERE archived = 0 AND duty = 'clause' AND state IN ('missing', 'draft')
  AND (clause = '7.5' OR clause LIKE '7.5.%' OR clause LIKE '7.5 %')
