-- The steps of audit ?1: one for each of its clauses (all thirty where neither
-- clauses nor controls are named) and each of its controls that applies (likewise
-- all that apply). Steps that are there
-- already are left out. What to ask for comes from the catalogue of clauses; of a control
-- it is what the SoA and the control name as evidence and documents.
SELECT 'clause' AS what, c.id AS id, c.code || ' ' || c.title AS text, c.evidence_asked_for AS ask
FROM clause c
WHERE c.archived = 0
  AND (c.id IN (SELECT ref_id FROM audit_clauses WHERE audit_id = ?1)
    OR (NOT EXISTS (SELECT 1 FROM audit_clauses WHERE audit_id = ?1)
      AND NOT EXISTS (SELECT 1 FROM audit_controls WHERE audit_id = ?1)))
  AND NOT EXISTS (SELECT 1 FROM audit_step s WHERE s.audit = ?1 AND s.audit IS NOT NULL AND s.clause = c.id AND s.archived = 0)
UNION ALL
SELECT 'control', k.id, k.code || ' ' || k.title,
  nullif(trim(ifnull(s.evidence || char(10), '')
    || ifnull((SELECT 'Evidence: ' || group_concat(e.code || ' ' || e.title, '; ') FROM evidence e
      WHERE e.archived = 0 AND e.id IN (SELECT ref_id FROM control_evidence WHERE control_id = k.id)) || char(10), '')
    || ifnull((SELECT 'Documents: ' || group_concat(d.code || ' ' || d.title, '; ') FROM document d
      WHERE d.archived = 0 AND d.id IN (SELECT ref_id FROM control_documents WHERE control_id = k.id
        UNION SELECT ref_id FROM soa_entry_documents WHERE soa_entry_id = s.id)), ''), char(10) || ' '), '')
FROM control k LEFT JOIN soa_entry s ON s.control = k.id AND s.archived = 0
WHERE k.archived = 0 AND ifnull(s.applicable, 'yes') <> 'no'
  AND (k.id IN (SELECT ref_id FROM audit_controls WHERE audit_id = ?1)
    OR (NOT EXISTS (SELECT 1 FROM audit_clauses WHERE audit_id = ?1)
      AND NOT EXISTS (SELECT 1 FROM audit_controls WHERE audit_id = ?1)
      AND s.applicable = 'yes'))
  AND NOT EXISTS (SELECT 1 FROM audit_step x WHERE x.audit = ?1 AND x.audit IS NOT NULL AND x.control = k.id AND x.archived = 0)
