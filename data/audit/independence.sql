-- Why the auditor of audit step ?1 (else the lead auditor) is not free to judge: owns the
-- control, clause or process, answers for it in the SoA, or works in a unit that is
-- audited. Audits by others, and an organisation of one person, are not asked.
WITH w AS (
  SELECT ifnull(s.auditor, a.lead_auditor) AS person, a.id AS audit, a.supplier, s.control, s.clause
  FROM audit_step s JOIN audit a ON a.id = s.audit
  WHERE s.id = ?1 AND a.audit_kind IN ('internal', 'supplier')
    AND (SELECT one_person FROM organisation) IS NOT 1
)
SELECT p.title || ' ' || o.why AS text FROM w JOIN person p ON p.id = w.person
JOIN (SELECT c.owner AS person, 'owns ' || c.code AS why FROM w JOIN control c ON c.id = w.control
  UNION SELECT c.owner, 'owns ' || c.code FROM w JOIN clause c ON c.id = w.clause
  UNION SELECT e.responsible, 'answers for ' || c.code || ' in the SoA' FROM w JOIN control c ON c.id = w.control
    JOIN soa_entry e ON e.control = c.id AND e.archived = 0
  UNION SELECT r.owner, 'owns ' || r.title FROM w JOIN audit_processes l ON l.audit_id = w.audit JOIN process r ON r.id = l.ref_id
  UNION SELECT u.head, 'heads ' || u.title FROM w JOIN audit_units l ON l.audit_id = w.audit JOIN org_unit u ON u.id = l.ref_id
  UNION SELECT x.id, 'belongs to ' || u.title FROM w JOIN audit_units l ON l.audit_id = w.audit
    JOIN org_unit u ON u.id = l.ref_id JOIN person x ON x.unit = u.id
  UNION SELECT v.owner, 'owns ' || v.title FROM w JOIN supplier v ON v.id = w.supplier) o ON o.person = w.person
ORDER BY 1
