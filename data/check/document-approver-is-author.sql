-- id: document-approver-is-author
-- clause: 7.5
-- severity: error
-- kind: document_version
-- field: approved_by
-- what: A version was approved by its own author
-- auditor: Who else has read it before it became valid?
-- mend: Have somebody else approve it.
SELECT v.id, v.title || ': ' || p.title AS text
FROM document_version_view v JOIN person p ON p.id = v.approved_by
WHERE v.archived = 0 AND v.approved_by = v.author AND v.status IN ('approved', 'published')
  AND (SELECT one_person FROM organisation) IS NOT 1
