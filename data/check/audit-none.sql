-- id: audit-none
-- clause: 9.2
-- severity: error
-- kind: audit
-- what: No internal audit was reported within a year
-- auditor: When was the last internal audit, and where is its report?
-- mend: Carry out an internal audit and report it.
SELECT NULL AS id, ifnull('the last one ended on ' || (SELECT max(ifnull(finish, start)) FROM audit
  WHERE archived = 0 AND audit_kind = 'internal' AND status IN ('reported', 'closed')),
  'there was none') AS text
WHERE NOT EXISTS (SELECT 1 FROM audit
  WHERE archived = 0 AND audit_kind = 'internal' AND status IN ('reported', 'closed')
    AND months_after(ifnull(finish, start), 12) >= today())
