-- id: document-missing-scope
-- clause: 4.3
-- severity: error
-- kind: mandatory_document
-- field: documents
-- what: The scope of the ISMS is not documented
-- auditor: Where is the scope written down, and where can it be read?
-- mend: Link the document that fulfils it and publish it, or say that the register of this file
--   is enough.
SELECT id, clause || ' ' || title || ': ' || state AS text FROM mandatory_document_view
WHERE archived = 0 AND duty = 'clause' AND state IN ('missing', 'draft')
  AND (clause = '4.3' OR clause LIKE '4.3.%' OR clause LIKE '4.3 %')
