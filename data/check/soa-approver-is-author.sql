-- id: soa-approver-is-author
-- clause: 6.1.3
-- severity: error
-- kind: soa_version
-- field: approved_by
-- what: The Statement of Applicability was approved by its own author
-- auditor: Who else has looked at it?
-- mend: Have it approved by somebody else.
SELECT s.id, s.title || ': ' || p.title AS text
FROM soa_version s JOIN person p ON p.id = s.approved_by
WHERE s.archived = 0 AND s.status = 'approved' AND s.author = s.approved_by
  AND (SELECT one_person FROM organisation) IS NOT 1
