-- id: document-missing-assessments
-- clause: 8.2
-- severity: error
-- kind: mandatory_document
-- field: documents
-- what: The results of risk assessments are not kept
-- auditor: Where are the results of the last assessment?
-- mend: Link the document that fulfils it and publish it, or say that the register of this file
--   is enough.
SELECT id, clause || ' ' || title || ': ' || state AS text FROM mandatory_document_view
WHERE archived = 0 AND duty = 'clause' AND state IN ('missing', 'draft')
  AND (clause = '8.2' OR clause LIKE '8.2.%' OR clause LIKE '8.2 %')
