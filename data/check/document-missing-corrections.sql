-- id: document-missing-corrections
-- clause: 10.2
-- severity: error
-- kind: mandatory_document
-- field: documents
-- what: Records of nonconformities and corrective actions are missing
-- auditor: Where do I see what went wrong and what you did?
-- mend: Link the document that fulfils it and publish it, or say that the register of this file
--   is enough.
SELECT id, clause || ' ' || title || ': ' || state AS text FROM mandatory_document_view
WHERE archived = 0 AND duty = 'clause' AND state IN ('missing', 'draft')
  AND (clause = '10.2' OR clause LIKE '10.2.%' OR clause LIKE '10.2 %')
