-- title: Evidence by clause and control
-- kind: any
-- about: What documents, evidence, checks and audits support a clause or control
WITH g AS (
  SELECT 'clause' AS sort, c.id, c.code, c.title, c.uid, c.how FROM clause c
  WHERE c.archived = 0 AND (?1 = '' OR c.code = ?1)
  UNION ALL
  SELECT 'control', k.id, k.code, k.title, k.uid, k.how FROM control k
  WHERE k.archived = 0 AND (k.code = ?1 OR (?1 = '' AND NOT EXISTS (SELECT 1 FROM soa_entry s
    WHERE s.control = k.id AND s.archived = 0 AND s.applicable <> 'yes')))
)
SELECT section, item, label, text FROM (
  SELECT g.sort AS a, g.id AS b, 0 AS c, 0 AS d, CASE g.sort WHEN 'clause' THEN 'Clauses' ELSE 'Controls' END AS section,
    g.code || ' ' || g.title AS item, 'How it is done' AS label, g.how AS text
  FROM g
  UNION ALL
  SELECT g.sort, g.id, 1, s.id, CASE g.sort WHEN 'clause' THEN 'Clauses' ELSE 'Controls' END, g.code || ' ' || g.title,
    'SoA', s.implementation || ifnull(': ' || s.how, '')
  FROM g JOIN soa_entry s ON g.sort = 'control' AND s.control = g.id WHERE s.archived = 0 AND s.applicable = 'yes'
  UNION ALL
  SELECT g.sort, g.id, 2, d.id, CASE g.sort WHEN 'clause' THEN 'Clauses' ELSE 'Controls' END, g.code || ' ' || g.title,
    'Document ' || d.code, d.title || ifnull(', version ' || d.version, '') || ', ' || d.state || ifnull(', ' || d.location, '')
  FROM g JOIN document_view d ON d.archived = 0 AND (
    (g.sort = 'clause' AND (d.id IN (SELECT l.document_id FROM document_clauses l WHERE l.ref_id = g.id)
      OR d.id IN (SELECT l.ref_id FROM clause_documents l WHERE l.clause_id = g.id)
      OR d.id IN (SELECT l.ref_id FROM mandatory_document m JOIN mandatory_document_documents l ON l.mandatory_document_id = m.id
        WHERE m.archived = 0 AND m.clause = g.code)))
    OR (g.sort = 'control' AND (d.id IN (SELECT l.ref_id FROM control_documents l WHERE l.control_id = g.id)
      OR d.id IN (SELECT l.ref_id FROM soa_entry s JOIN soa_entry_documents l ON l.soa_entry_id = s.id
        WHERE s.control = g.id AND s.archived = 0))))
  UNION ALL
  SELECT g.sort, g.id, 3, v.id, CASE g.sort WHEN 'clause' THEN 'Clauses' ELSE 'Controls' END, g.code || ' ' || g.title,
    'Evidence ' || v.code, v.title || ifnull(', ' || v.location, '') || ifnull(', collected on ' || v.collected_on, '')
      || ifnull(' by ' || (SELECT p.title FROM person p WHERE p.id = v.collected_by), '')
      || CASE WHEN v.valid_to < today() THEN ', run out on ' || v.valid_to ELSE '' END
  FROM g JOIN evidence v ON v.archived = 0 AND (v.supports = g.sort || '/' || lower(hex(g.uid))
    OR (g.sort = 'control' AND v.id IN (SELECT l.ref_id FROM control_evidence l WHERE l.control_id = g.id)))
  UNION ALL
  SELECT g.sort, g.id, 4, a.id, 'Controls', g.code || ' ' || g.title, 'Check of ' || a.assessed_on,
    'design ' || a.design || ', operation ' || a.operation || ifnull('; ' || a.sample, '') || ifnull('; ' || a.findings, '')
  FROM g JOIN control_assessment a ON g.sort = 'control' AND a.control = g.id WHERE a.archived = 0
  UNION ALL
  SELECT g.sort, g.id, 5, s.id, CASE g.sort WHEN 'clause' THEN 'Clauses' ELSE 'Controls' END, g.code || ' ' || g.title,
    'Audit ' || (SELECT u.code FROM audit u WHERE u.id = s.audit), s.result || ifnull(', ' || s.done_on, '') || ifnull(': ' || s.evidence, '')
  FROM g JOIN audit_step s ON (g.sort = 'clause' AND s.clause = g.id) OR (g.sort = 'control' AND s.control = g.id)
  WHERE s.archived = 0 AND s.result <> 'open'
) ORDER BY a, b, c, d
