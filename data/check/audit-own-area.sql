-- id: audit-own-area
-- clause: 9.2
-- severity: error
-- kind: audit
-- field: auditors
-- what: An auditor has audited the own area
-- auditor: Nobody audits the own work. Who looked at the part that this person is responsible
--   for?
-- mend: Let somebody else audit that part, or take the auditor from outside.
SELECT a.id, a.title || ': ' || p.title || ' answers for or belongs to ' || group_concat(DISTINCT o.what) AS text
FROM audit a
JOIN (SELECT audit_id, ref_id AS person FROM audit_auditors
  UNION SELECT id, lead_auditor FROM audit WHERE lead_auditor IS NOT NULL) t ON t.audit_id = a.id
JOIN person p ON p.id = t.person
JOIN (SELECT l.audit_id, c.owner AS person, c.code AS what
    FROM audit_controls l JOIN control c ON c.id = l.ref_id
  UNION ALL SELECT l.audit_id, c.owner, c.code
    FROM audit_clauses l JOIN clause c ON c.id = l.ref_id
  UNION ALL SELECT l.audit_id, c.owner, c.title FROM audit_processes l JOIN process c ON c.id = l.ref_id
  UNION ALL SELECT l.audit_id, c.head, c.title FROM audit_units l JOIN org_unit c ON c.id = l.ref_id
  UNION ALL SELECT l.audit_id, x.id, c.title FROM audit_units l JOIN org_unit c ON c.id = l.ref_id
    JOIN person x ON x.unit = c.id
  UNION ALL SELECT x.id, c.owner, c.title FROM audit x JOIN supplier c ON c.id = x.supplier) o
  ON o.audit_id = a.id AND o.person = t.person
WHERE a.archived = 0 AND a.audit_kind IN ('internal', 'supplier') AND a.status NOT IN ('cancelled', 'postponed')
  AND (SELECT one_person FROM organisation) IS NOT 1
GROUP BY a.id, p.id
