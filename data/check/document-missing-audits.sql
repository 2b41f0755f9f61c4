-- id: document-missing-audits
-- clause: 9.2
-- severity: error
-- kind: mandatory_document
-- field: documents
-- what: The audit programme or the audit results are missing
-- auditor: Where are programme and reports of the internal audits?
-- mend: Link the document that fulfils it and publish it, or say that the register of this file
--   is enough.
SELECT id, clause || ' ' || title || ': ' || state AS text FROM mandatory_document_view
WHERE archived = 0 AND duty = 'clause' AND state IN ('missing', 'draft')
  AND (clause = '9.2' OR clause LIKE '9.2.%' OR clause LIKE '9.2 %')
