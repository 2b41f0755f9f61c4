-- title: Information security: summary for customers and partners
-- kind: certificate
-- about: The certificate and what it covers, with nothing that is not for outside
WITH x AS (
  SELECT v.* FROM certificate v
  WHERE v.id = (SELECT y.id FROM certificate y WHERE y.archived = 0 AND (?1 = '' OR y.code = ?1)
    ORDER BY y.title || ifnull(y.standard, '') LIKE '%27001%' DESC, y.status = 'certified' DESC, ifnull(y.issued, '') DESC, y.id DESC LIMIT 1)
)
SELECT section, item, label, text FROM (
  SELECT 1 AS a, f.k AS b, 'Certificate' AS section, NULL AS item, f.label,
    CASE f.k WHEN 1 THEN (SELECT title FROM organisation) WHEN 2 THEN ifnull(x.standard, x.title)
      WHEN 3 THEN CASE WHEN x.status = 'certified' AND x.expires < today() THEN 'expired' ELSE x.status END
      WHEN 4 THEN x.number WHEN 5 THEN x.body || ifnull(' (' || x.accreditation || ')', '')
      WHEN 6 THEN x.issued WHEN 7 THEN x.expires
      WHEN 8 THEN ifnull(x.scope, (SELECT s.statement FROM scope_version s WHERE s.id = x.scope_version))
      WHEN 9 THEN x.exceptions END AS text
  FROM x JOIN (SELECT 1 AS k, 'Held by' AS label UNION ALL SELECT 2, 'Standard' UNION ALL SELECT 3, 'Status'
    UNION ALL SELECT 4, 'Number' UNION ALL SELECT 5, 'Certification body' UNION ALL SELECT 6, 'Issued'
    UNION ALL SELECT 7, 'Valid until' UNION ALL SELECT 8, 'Scope' UNION ALL SELECT 9, 'Controls left out') f
  UNION ALL
  SELECT 2, 1, 'How information is protected', NULL, 'SoA',
    (SELECT 'version ' || v.version || ' of ' || v.approved_on FROM soa_version v
      WHERE v.archived = 0 AND v.status = 'approved' ORDER BY v.approved_on DESC LIMIT 1)
  UNION ALL
  SELECT 2, 2, 'How information is protected', NULL, 'Controls',
    sum(applicable = 'yes') || ' of ' || count(*) || ' controls of Annex A apply, '
      || sum(applicable = 'yes' AND implementation = 'implemented') || ' of these are implemented'
  FROM soa_entry WHERE archived = 0
  UNION ALL
  SELECT 2, 3, 'How information is protected', NULL, 'Internal audit',
    'last on ' || max(ifnull(u.finish, u.start)) FROM audit u
  WHERE u.archived = 0 AND u.audit_kind = 'internal' AND u.status IN ('reported', 'closed')
  UNION ALL
  SELECT 2, 4, 'How information is protected', NULL, 'Management review', 'last on ' || max(held_on)
  FROM management_review WHERE archived = 0 AND held_on IS NOT NULL
  UNION ALL
  SELECT 3, d.id, 'Policies in force', NULL, NULL, d.title || ', version ' || d.version
  FROM document_view d WHERE d.archived = 0 AND d.doc_type = 'policy' AND d.state = 'published'
    AND (d.classification = 'public')
) ORDER BY a, b
