-- id: document-without-version
-- clause: 7.5
-- severity: warning
-- kind: document
-- field: state
-- what: A document has no published version
-- auditor: Which version is valid, and where do people find it?
-- mend: Finish, approve and publish the first version.
SELECT id, title || ': ' || CASE state WHEN 'none' THEN 'no version' ELSE state END AS text
FROM document_view
WHERE archived = 0 AND origin = 'internal' AND doc_type NOT IN ('record', 'input template')
  AND state IN ('none', 'draft', 'in review', 'approved')
  AND (months_after(created_at, 3) < today() || 'T'
    OR EXISTS (SELECT 1 FROM document_version v WHERE v.document = document_view.id AND v.document IS NOT NULL
      AND v.archived = 0 AND months_after(v.written_on, 3) < today()))
