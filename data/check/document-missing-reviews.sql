-- id: document-missing-reviews
-- clause: 9.3
-- severity: error
-- kind: mandatory_document
-- field: documents
-- what: The results of management reviews are not kept
-- auditor: Where are the minutes of the last review?
-- mend: Link the document that fulfils it and publish it, or say that the register of this file
--   is enough.
SELECT id, clause || ' ' || title || ': ' || state AS text FROM mandatory_document_view
WHERE archived = 0 AND duty = 'clause' AND state IN ('missing', 'draft')
  AND (clause = '9.3' OR clause LIKE '9.3.%' OR clause LIKE '9.3 %')
