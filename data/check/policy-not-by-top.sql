-- id: policy-not-by-top
-- clause: 5.2
-- severity: error
-- kind: document_version
-- field: approved_by
-- what: The information security policy was not approved by top management
-- auditor: Top management establishes the policy. Who approved this one?
-- mend: Have it approved by somebody who holds the role of top management.
SELECT v.id, v.title || ': ' || ifnull(p.title, 'nobody') AS text
FROM document_version_view v LEFT JOIN person p ON p.id = v.approved_by
WHERE v.archived = 0 AND v.status = 'published'
  AND EXISTS (SELECT 1 FROM mandatory_document_documents l
    JOIN mandatory_document m ON m.id = l.mandatory_document_id
    WHERE l.ref_id = v.document AND m.archived = 0 AND m.clause = '5.2')
  AND NOT EXISTS (SELECT 1 FROM assignment s JOIN role r ON r.id = s.role
    WHERE s.person = v.approved_by AND s.archived = 0 AND r.role_kind = 'top management')
