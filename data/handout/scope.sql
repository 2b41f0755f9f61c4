-- title: Scope of the ISMS
-- kind: scope_version
-- about: The scope statement with units, processes and the boundary, in, out and why
WITH x AS (
  SELECT v.* FROM scope_version v WHERE v.archived = 0
  ORDER BY v.status = 'approved' DESC, v.id DESC LIMIT 1
), w AS (
  SELECT 'in' AS k, 1 AS n, 'In scope' AS label UNION ALL SELECT 'partly', 2, 'Partly in scope'
  UNION ALL SELECT 'out', 3, 'Out of scope' UNION ALL SELECT 'undecided', 4, 'Undecided'
), f AS (
  SELECT 1 AS k, 'Status' AS label UNION ALL SELECT 2, 'Statement' UNION ALL SELECT 3, 'Exclusions'
  UNION ALL SELECT 4, 'Interfaces' UNION ALL SELECT 5, 'SoA' UNION ALL SELECT 6, 'Written by'
  UNION ALL SELECT 7, 'Approved by' UNION ALL SELECT 8, 'In force'
)
SELECT section, item, label, text FROM (
  SELECT 1 AS a, 0 AS b, f.k AS c, x.code || ' ' || x.title || ', version ' || x.version AS section, NULL AS item, f.label,
    CASE f.k WHEN 1 THEN x.status WHEN 2 THEN x.statement WHEN 3 THEN x.exclusions WHEN 4 THEN x.interfaces
      WHEN 5 THEN x.soa_note WHEN 6 THEN (SELECT p.title FROM person p WHERE p.id = x.author)
      WHEN 7 THEN (SELECT p.title FROM person p WHERE p.id = x.approver) || ifnull(', ' || x.approved_on, '')
      WHEN 8 THEN 'from ' || x.valid_from || ifnull(' to ' || x.valid_to, '') END AS text
  FROM x JOIN f
  UNION ALL
  SELECT 2, w.n, u.id, 'Units', NULL, w.label, u.title || ifnull(': ' || nullif(u.scope_reason, ''), '')
  FROM org_unit u JOIN w ON w.k = u.in_scope WHERE u.archived = 0
  UNION ALL
  SELECT 3, w.n, p.id, 'Processes', NULL, w.label, p.title || ifnull(': ' || nullif(p.scope_reason, ''), '')
  FROM process p JOIN w ON w.k = p.in_scope WHERE p.archived = 0
  UNION ALL
  SELECT 4, w.n, i.id, 'Boundary', NULL, w.label, i.title || ' (' || i.item_kind || ')'
    || ifnull(': ' || nullif(i.reason, ''), '') || ifnull('; guarded by ' || nullif(i.protection, ''), '')
  FROM scope_item i JOIN w ON w.k = i.in_scope WHERE i.archived = 0
) ORDER BY a, b, c
