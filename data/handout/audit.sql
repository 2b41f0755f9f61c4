-- title: Audit report
-- kind: audit
-- about: An audit: aim, criteria, scope, people, steps, findings, conclusion
WITH x AS (
  SELECT v.* FROM audit_view v
  WHERE v.id = (SELECT y.id FROM audit y WHERE y.archived = 0 AND (y.code = ?1 OR (?1 = '' AND y.status <> 'cancelled'))
    ORDER BY ifnull(y.start > today(), 1), ifnull(y.start, '') DESC, y.id DESC LIMIT 1)
), f AS (
  SELECT 1 AS k, 'Kind' AS label UNION ALL SELECT 2, 'Status' UNION ALL SELECT 3, 'Aim' UNION ALL SELECT 4, 'Criteria'
  UNION ALL SELECT 5, 'Scope' UNION ALL SELECT 6, 'From, to' UNION ALL SELECT 7, 'Auditors'
  UNION ALL SELECT 8, 'Independence' UNION ALL SELECT 9, 'People met' UNION ALL SELECT 10, 'Method'
  UNION ALL SELECT 11, 'Findings' UNION ALL SELECT 12, 'Conclusion' UNION ALL SELECT 13, 'Goes to'
)
SELECT section, item, label, text FROM (
  SELECT 1 AS a, 0 AS b, f.k AS c, x.code || ' ' || x.title AS section, NULL AS item, f.label,
    CASE f.k WHEN 1 THEN x.audit_kind WHEN 2 THEN x.status WHEN 3 THEN x.aim WHEN 4 THEN x.criteria WHEN 5 THEN x.scope
      WHEN 6 THEN ifnull(x.start, '?') || ' to ' || ifnull(x.finish, '?')
      WHEN 7 THEN nullif(trim(ifnull((SELECT p.title FROM person p WHERE p.id = x.lead_auditor) || ' (lead)', '')
        || ifnull(', ' || (SELECT group_concat(p.title, ', ') FROM audit_auditors l JOIN person p ON p.id = l.ref_id
          WHERE l.audit_id = x.id), '') || ifnull(', ' || x.external_auditors, ''), ', '), '')
      WHEN 8 THEN x.independence
      WHEN 9 THEN (SELECT group_concat(p.title, ', ') FROM audit_met l JOIN person p ON p.id = l.ref_id WHERE l.audit_id = x.id)
      WHEN 10 THEN x.method
      WHEN 11 THEN x.findings || ', of these ' || x.nonconformities || ' nonconformities; ' || x.open_findings || ' open'
      WHEN 12 THEN x.conclusion WHEN 13 THEN x.distribution END AS text
  FROM x JOIN f
  UNION ALL
  SELECT 2, i.id, k.n, 'Findings', i.code || ' ' || i.title, k.label,
    CASE k.n WHEN 1 THEN i.grade || ifnull(', clause ' || (SELECT c.code FROM clause c WHERE c.id = i.clause), '')
        || ifnull(', control ' || (SELECT c.code FROM control c WHERE c.id = i.control), '')
      WHEN 2 THEN i.description WHEN 3 THEN i.evidence
      WHEN 4 THEN i.status || ifnull(', ' || (SELECT p.title FROM person p WHERE p.id = i.owner), '')
        || ifnull(', due ' || i.due, '')
      WHEN 5 THEN (SELECT n.code || ' ' || n.title FROM nonconformity n WHERE n.id = i.nonconformity) END
  FROM x JOIN finding i ON i.audit = x.id JOIN (SELECT 1 AS n, 'Grade' AS label UNION ALL SELECT 2, 'Description'
    UNION ALL SELECT 3, 'Evidence' UNION ALL SELECT 4, 'State' UNION ALL SELECT 5, 'Nonconformity') k
  WHERE i.archived = 0
  UNION ALL
  SELECT 3, s.id, k.n, 'Steps', s.title, k.label,
    CASE k.n WHEN 1 THEN s.result || ifnull(', ' || s.done_on, '') WHEN 2 THEN replace(s.method, ';', ', ')
      WHEN 3 THEN s.sample WHEN 4 THEN s.evidence END
  FROM x JOIN audit_step s ON s.audit = x.id JOIN (SELECT 1 AS n, 'Result' AS label UNION ALL SELECT 2, 'Method'
    UNION ALL SELECT 3, 'Sample' UNION ALL SELECT 4, 'Evidence') k
  WHERE s.archived = 0
) ORDER BY a, b, c
