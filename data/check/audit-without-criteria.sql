-- id: audit-without-criteria
-- clause: 9.2
-- severity: error
-- kind: audit
-- field: criteria
-- what: An audit has no criteria or no scope
-- auditor: Against what did you audit, and how far?
-- mend: Enter criteria and scope.
SELECT id, title || CASE WHEN ifnull(trim(criteria), '') = '' THEN ': no criteria'
  ELSE ': no scope' END AS text
FROM audit a
WHERE archived = 0 AND audit_kind = 'internal'
  AND status IN ('announced', 'in progress', 'reported', 'closed')
  AND (ifnull(trim(criteria), '') = '' OR (ifnull(trim(scope), '') = ''
    AND NOT EXISTS (SELECT 1 FROM audit_clauses l WHERE l.audit_id = a.id)
    AND NOT EXISTS (SELECT 1 FROM audit_units l WHERE l.audit_id = a.id)))
