-- id: document-missing-operation
-- clause: 8.1
-- severity: error
-- kind: mandatory_document
-- field: documents
-- what: There are no records that the processes ran as planned
-- auditor: How can you be sure that the processes ran as planned?
-- mend: Link the document that fulfils it and publish it, or say that the register of this file
--   is enough.
SELECT id, clause || ' ' || title || ': ' || state AS text FROM mandatory_document_view
WHERE archived = 0 AND duty = 'clause' AND state IN ('missing', 'draft')
  AND (clause = '8.1' OR clause LIKE '8.1.%' OR clause LIKE '8.1 %')
