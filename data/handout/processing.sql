-- title: Record of processing activities
-- kind: processing_activity
-- about: Why whose data are processed, on what basis, for whom, how long, how guarded
WITH x AS (
  SELECT v.* FROM processing_activity v
  WHERE v.archived = 0 AND (v.code = ?1 OR (?1 = '' AND v.status <> 'ended'))
)
SELECT CASE x.gdpr_role WHEN 'processor' THEN 'For others (as processor)' ELSE 'For ourselves (as controller)' END AS section,
  x.code || ' ' || x.title AS item, f.label,
  CASE f.k WHEN 1 THEN (SELECT p.title FROM person p WHERE p.id = x.owner) WHEN 2 THEN x.on_behalf_of WHEN 3 THEN x.purpose
    WHEN 4 THEN nullif(trim(ifnull(replace(x.legal_basis, ';', ', '), '') || ifnull('; ' || x.basis_text, ''), '; '), '')
    WHEN 5 THEN x.data_subjects
    WHEN 6 THEN x.data_categories || CASE x.special_categories WHEN 1 THEN ' (special categories)' ELSE '' END
    WHEN 7 THEN x.recipients
    WHEN 8 THEN (SELECT group_concat(s.title, ', ') FROM processing_activity_processors l JOIN supplier s ON s.id = l.ref_id
      WHERE l.processing_activity_id = x.id)
    WHEN 9 THEN x.third_country || ifnull('; ' || x.safeguard, '') WHEN 10 THEN x.retention
    WHEN 11 THEN (SELECT group_concat(a.title, ', ') FROM processing_activity_assets l JOIN asset a ON a.id = l.ref_id
      WHERE l.processing_activity_id = x.id)
    WHEN 12 THEN x.measures WHEN 13 THEN x.dpia || ifnull('; ' || x.dpia_reason, '') END AS text
FROM x JOIN (SELECT 1 AS k, 'Owner' AS label UNION ALL SELECT 2, 'On behalf of' UNION ALL SELECT 3, 'Purpose'
  UNION ALL SELECT 4, 'Legal basis' UNION ALL SELECT 5, 'Whose data' UNION ALL SELECT 6, 'Which data'
  UNION ALL SELECT 7, 'Recipients' UNION ALL SELECT 8, 'Processors' UNION ALL SELECT 9, 'Third country'
  UNION ALL SELECT 10, 'Kept for' UNION ALL SELECT 11, 'Systems' UNION ALL SELECT 12, 'Measures'
  UNION ALL SELECT 13, 'Impact assessment') f
ORDER BY x.gdpr_role = 'processor', x.id, f.k
