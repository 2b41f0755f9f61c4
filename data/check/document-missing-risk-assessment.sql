-- id: document-missing-risk-assessment
-- clause: 6.1.2
-- severity: error
-- kind: mandatory_document
-- field: documents
-- what: The way risks are assessed is not documented
-- auditor: Where is the process of risk assessment described?
-- mend: Link the document that fulfils it and publish it, or say that the register of this file
--   is enough.
SELECT id, clause || ' ' || title || ': ' || state AS text FROM mandatory_document_view
WHERE archived = 0 AND duty = 'clause' AND state IN ('missing', 'draft')
  AND (clause = '6.1.2' OR clause LIKE '6.1.2.%' OR clause LIKE '6.1.2 %')
