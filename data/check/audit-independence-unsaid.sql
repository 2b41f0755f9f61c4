-- id: audit-independence-unsaid
-- clause: 9.2
-- severity: warning
-- kind: audit
-- field: independence
-- what: Nothing says why the auditors of an audit are independent
-- auditor: How did you make sure that they are objective?
-- mend: Write a sentence on their independence.
SELECT id, title AS text FROM audit
WHERE archived = 0 AND audit_kind = 'internal' AND status IN ('in progress', 'reported', 'closed')
  AND ifnull(trim(independence), '') = ''
