-- id: audit-step-without-evidence
-- clause: 9.2
-- severity: warning
-- kind: audit_step
-- field: evidence
-- what: A step of an audit has a result, but no evidence
-- auditor: What did the auditor see?
-- mend: Enter what was seen: document, person, sample.
SELECT s.id, a.code || ' ' || s.title || ': ' || s.result AS text
FROM audit_step s JOIN audit a ON a.id = s.audit
WHERE s.archived = 0 AND a.archived = 0 AND s.result NOT IN ('open', 'not audited')
  AND ifnull(trim(s.evidence), '') = ''
