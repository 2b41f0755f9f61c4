-- title: Statement of Applicability
-- kind: soa_version
-- about: All controls of Annex A: applicable or not, why, and how far they are
WITH e AS (
  SELECT s.*, c.code AS ref, c.title AS control_title,
    CASE c.theme WHEN 'organizational' THEN 'Organizational controls' WHEN 'people' THEN 'People controls'
      WHEN 'physical' THEN 'Physical controls' WHEN 'technological' THEN 'Technological controls'
      ELSE 'Other controls' END AS part
  FROM soa_entry_view s JOIN control c ON c.id = s.control WHERE s.archived = 0
), f AS (
  SELECT 1 AS k, 'Applicable' AS label UNION ALL SELECT 2, 'Reasons' UNION ALL SELECT 3, 'Justification'
  UNION ALL SELECT 4, 'Implementation' UNION ALL SELECT 5, 'How' UNION ALL SELECT 6, 'Documents'
  UNION ALL SELECT 7, 'Evidence' UNION ALL SELECT 8, 'Gap' UNION ALL SELECT 9, 'Responsible'
  UNION ALL SELECT 10, 'Risks treated'
)
SELECT section, item, label, text FROM (
  SELECT 0 AS a, v.id AS b, 0 AS c, 'Version in force' AS section, v.title || ', version ' || v.version AS item,
    'Approved' AS label, 'by ' || ifnull((SELECT p.title FROM person p WHERE p.id = v.approved_by), 'nobody')
      || ' on ' || ifnull(v.approved_on, '?') || '; ' || v.changed_since
      || CASE v.changed_since WHEN 1 THEN ' entry' ELSE ' entries' END || ' changed since' AS text
  FROM soa_version_view v WHERE v.archived = 0 AND v.status = 'approved'
  UNION ALL
  SELECT 1, 0, 0, 'Figures', NULL, 'Controls',
    count(*) || ', ' || sum(applicable = 'yes') || ' applicable, ' || sum(applicable = 'no') || ' excluded, '
      || sum(applicable = 'undecided') || ' undecided; '
      || sum(applicable = 'yes' AND implementation = 'implemented') || ' implemented'
  FROM e
  UNION ALL
  SELECT 2, e.control, f.k, e.part, e.ref || ' ' || e.control_title, f.label,
    CASE f.k WHEN 1 THEN e.applicable WHEN 2 THEN replace(e.reasons, ';', ', ') WHEN 3 THEN e.justification
      WHEN 4 THEN CASE e.applicable WHEN 'yes' THEN e.implementation END WHEN 5 THEN e.how
      WHEN 6 THEN (SELECT group_concat(d.code || ' ' || d.title, '; ') FROM soa_entry_documents l
        JOIN document d ON d.id = l.ref_id WHERE l.soa_entry_id = e.id)
      WHEN 7 THEN e.evidence WHEN 8 THEN e.gap || ifnull(' (until ' || e.target_date || ')', '')
      WHEN 9 THEN (SELECT p.title FROM person p WHERE p.id = e.responsible)
      WHEN 10 THEN (SELECT group_concat(r.code, ', ') FROM risk_controls l JOIN risk r ON r.id = l.risk_id
        WHERE l.ref_id = e.control AND r.archived = 0 AND r.status <> 'closed') END
  FROM e JOIN f
) ORDER BY a, b, c
