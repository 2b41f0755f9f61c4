-- id: document-missing-treatments
-- clause: 8.3
-- severity: error
-- kind: mandatory_document
-- field: documents
-- what: The results of risk treatment are not kept
-- auditor: Where do I see what came of the treatment?
-- mend: Link the document that fulfils it and publish it, or say that the register of this file
--   is enough.
SELECT id, clause || ' ' || title || ': ' || state AS text FROM mandatory_document_view
WHERE archived = 0 AND duty = 'clause' AND state IN ('missing', 'draft')
  AND (clause = '8.3' OR clause LIKE '8.3.%' OR clause LIKE '8.3 %')
