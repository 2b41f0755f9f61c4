-- id: issue-without-owner
-- clause: 4.1
-- severity: hint
-- kind: context_issue
-- field: owner
-- what: Nobody watches an issue
-- auditor: Who notices when this changes?
-- mend: Enter the person who keeps an eye on it.
SELECT id, title AS text FROM context_issue
WHERE archived = 0 AND status <> 'closed' AND owner IS NULL
