-- id: scope-approver-is-author
-- clause: 4.3
-- severity: error
-- kind: scope_version
-- field: approver
-- what: The scope was approved by its own author
-- auditor: Top management approves the scope. Who wrote it?
-- mend: Have it approved by somebody else.
SELECT s.id, s.title || ', version ' || s.version || ': ' || p.title AS text
FROM scope_version s JOIN person p ON p.id = s.approver
WHERE s.archived = 0 AND s.status = 'approved' AND s.author = s.approver
  AND (SELECT one_person FROM organisation) IS NOT 1
