-- id: audit-step-own-area
-- clause: 9.2
-- severity: error
-- kind: audit_step
-- field: auditor
-- what: An auditor has audited a control or clause that is the own one
-- auditor: Nobody audits the own work.
-- mend: Have somebody else look at this step.
SELECT s.id, s.title || ': ' || p.title AS text
FROM audit_step s JOIN audit a ON a.id = s.audit JOIN person p ON p.id = s.auditor
LEFT JOIN control c ON c.id = s.control LEFT JOIN clause k ON k.id = s.clause
LEFT JOIN soa_entry e ON e.control = s.control AND e.archived = 0
WHERE s.archived = 0 AND a.archived = 0 AND a.audit_kind = 'internal'
  AND s.result <> 'not audited' AND (c.owner = s.auditor OR k.owner = s.auditor OR e.responsible = s.auditor)
  AND (SELECT one_person FROM organisation) IS NOT 1
