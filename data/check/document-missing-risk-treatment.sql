-- id: document-missing-risk-treatment
-- clause: 6.1.3
-- severity: error
-- kind: mandatory_document
-- field: documents
-- what: Process, statement or plan of risk treatment is missing
-- auditor: Where are the process of treatment, the Statement of Applicability and the plan?
-- mend: Link the document that fulfils it and publish it, or say that the register of this file
--   is enough.
SELECT id, clause || ' ' || title || ': ' || state AS text FROM mandatory_document_view
WHERE archived = 0 AND duty = 'clause' AND state IN ('missing', 'draft')
  AND (clause = '6.1.3' OR clause LIKE '6.1.3.%' OR clause LIKE '6.1.3 %')
