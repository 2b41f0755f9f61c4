-- id: acknowledgement-quota
-- clause: 5.2
-- severity: warning
-- kind: document
-- field: acknowledged
-- what: Fewer than nine of ten people have confirmed a policy
-- auditor: How do you know that people have read it?
-- mend: Hand it out, and remind those who are missing; see the list of acknowledgements.
SELECT id, title || ': ' || ifnull(acknowledged || ' %', 'nobody was asked to') AS text
FROM document_view d
WHERE archived = 0 AND doc_type = 'policy' AND state = 'published'
  AND ifnull(acknowledged, CASE WHEN EXISTS (SELECT 1 FROM mandatory_document_documents l
    JOIN mandatory_document m ON m.id = l.mandatory_document_id
    WHERE l.ref_id = d.id AND m.archived = 0 AND m.clause = '5.2') THEN 0 END) < 90
