-- id: audit-without-auditor
-- clause: 9.2
-- severity: error
-- kind: audit
-- field: auditors
-- what: An audit has no auditor
-- auditor: Who audits? Auditors are chosen so that they are objective and impartial.
-- mend: Name the auditors, of the own people or from outside.
SELECT id, title AS text FROM audit a
WHERE archived = 0 AND audit_kind = 'internal'
  AND status IN ('announced', 'in progress', 'reported', 'closed') AND lead_auditor IS NULL
  AND ifnull(trim(external_auditors), '') = ''
  AND NOT EXISTS (SELECT 1 FROM audit_auditors l WHERE l.audit_id = a.id)
