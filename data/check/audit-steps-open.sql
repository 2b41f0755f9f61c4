-- id: audit-steps-open
-- clause: 9.2
-- severity: warning
-- kind: audit_step
-- field: result
-- what: A step of an audit that is reported has no result
-- auditor: Was this looked at or not?
-- mend: Enter the result, or say that it was not audited.
SELECT s.id, a.code || ' ' || s.title AS text FROM audit_step s JOIN audit a ON a.id = s.audit
WHERE s.archived = 0 AND a.archived = 0 AND a.status IN ('reported', 'closed')
  AND s.result = 'open'
