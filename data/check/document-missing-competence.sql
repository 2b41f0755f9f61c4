-- id: document-missing-competence
-- clause: 7.2
-- severity: error
-- kind: mandatory_document
-- field: documents
-- what: There is no evidence of competence
-- auditor: How do you show that people are competent?
-- mend: Link the document that fulfils it and publish it, or say that the register of this file
--   is enough.
SELECT id, clause || ' ' || title || ': ' || state AS text FROM mandatory_document_view
WHERE archived = 0 AND duty = 'clause' AND state IN ('missing', 'draft')
  AND (clause = '7.2' OR clause LIKE '7.2.%' OR clause LIKE '7.2 %')
