-- Why a control is in, as the registers tell (6.1.3 d): a risk that it treats, a
-- requirement that it meets, a law or contract that it answers. A row a reason.
SELECT s.id, x.reason, x.code FROM soa_entry s JOIN (
  SELECT l.ref_id AS control, 'risk' AS reason, r.code AS code, 1 AS place, r.id AS number
  FROM risk_controls l JOIN risk r ON r.id = l.risk_id
  WHERE r.archived = 0 AND r.status <> 'closed'
  UNION ALL
  SELECT l.control, CASE q.req_kind WHEN 'legal' THEN 'law' WHEN 'regulatory' THEN 'law'
      WHEN 'contractual' THEN 'contract' WHEN 'governance' THEN 'business'
      ELSE 'best practice' END, q.code, 2, q.id
  FROM requirement q JOIN (
      SELECT requirement_id, ref_id AS control FROM requirement_controls
      UNION
      SELECT k.ref_id, e.control FROM soa_entry_requirements k JOIN soa_entry e ON e.id = k.soa_entry_id
    ) l ON l.requirement_id = q.id
  WHERE q.archived = 0 AND q.in_isms = 'yes'
  UNION ALL
  SELECT l.ref_id, CASE w.law_kind WHEN 'law' THEN 'law' WHEN 'regulation' THEN 'law'
      WHEN 'standard' THEN 'best practice' ELSE 'contract' END, w.code, 3, w.id
  FROM legal_requirement w JOIN legal_requirement_controls l ON l.legal_requirement_id = w.id
  WHERE w.archived = 0 AND w.applicability = 'applies'
) x ON x.control = s.control
WHERE s.archived = 0
ORDER BY s.id, x.place, x.number
