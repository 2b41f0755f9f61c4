-- id: document-missing-objectives
-- clause: 6.2
-- severity: error
-- kind: mandatory_document
-- field: documents
-- what: The objectives are not documented
-- auditor: Where are the objectives and the plans to reach them written down?
-- mend: Link the document that fulfils it and publish it, or say that the register of this file
--   is enough.
SELECT id, clause || ' ' || title || ': ' || state AS text FROM mandatory_document_view
WHERE archived = 0 AND duty = 'clause' AND state IN ('missing', 'draft')
  AND (clause = '6.2' OR clause LIKE '6.2.%' OR clause LIKE '6.2 %')
