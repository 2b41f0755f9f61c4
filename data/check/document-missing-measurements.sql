-- id: document-missing-measurements
-- clause: 9.1
-- severity: error
-- kind: mandatory_document
-- field: documents
-- what: The results of monitoring and measurement are not kept
-- auditor: Where is the evidence of what you measured?
-- mend: Link the document that fulfils it and publish it, or say that the register of this file
--   is enough.
SELECT id, clause || ' ' || title || ': ' || state AS text FROM mandatory_document_view
WHERE archived = 0 AND duty = 'clause' AND state IN ('missing', 'draft')
  AND (clause = '9.1' OR clause LIKE '9.1.%' OR clause LIKE '9.1 %')
