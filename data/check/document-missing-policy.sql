-- id: document-missing-policy
-- clause: 5.2
-- severity: error
-- kind: mandatory_document
-- field: documents
-- what: The information security policy is missing
-- auditor: Show me the policy that is in force.
-- mend: Link the document that fulfils it and publish it, or say that the register of this file
--   is enough.
SELECT id, clause || ' ' || title || ': ' || state AS text FROM mandatory_document_view
WHERE archived = 0 AND duty = 'clause' AND state IN ('missing', 'draft')
  AND (clause = '5.2' OR clause LIKE '5.2.%' OR clause LIKE '5.2 %')
