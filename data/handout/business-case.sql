-- title: Business case
-- kind: business_case
-- about: Costs, benefits, what doing nothing costs, the ways to do it
WITH x AS (
  SELECT v.* FROM business_case_view v
  WHERE v.archived = 0 AND (v.code = ?1 OR (?1 = '' AND v.status <> 'superseded' AND v.status <> 'rejected'))
), o AS (SELECT currency FROM organisation)
SELECT section, item, label, text FROM (
  SELECT x.id AS a, 1 AS b, f.k AS c, x.code || ' ' || x.title AS section, NULL AS item, f.label,
    CASE f.k WHEN 1 THEN x.status WHEN 2 THEN x.summary WHEN 3 THEN x.inaction WHEN 4 THEN x.dangers
      WHEN 5 THEN printf('%.2f', x.cost_once / 100.0) || ' ' || o.currency
      WHEN 6 THEN printf('%.2f', x.cost_yearly / 100.0) || ' ' || o.currency
      WHEN 7 THEN x.effort || ' days' WHEN 8 THEN printf('%.2f', x.expected / 100.0) || ' ' || o.currency
      WHEN 9 THEN printf('%.2f', x.observed / 100.0) || ' ' || o.currency WHEN 10 THEN x.payback_months || ' months'
      WHEN 11 THEN (SELECT group_concat(g.title, '; ') FROM business_case_goals l JOIN business_goal g ON g.id = l.ref_id
        WHERE l.business_case_id = x.id)
      WHEN 12 THEN (SELECT p.title FROM person p WHERE p.id = x.approver) || ifnull(', ' || x.approved_on, '') END AS text
  FROM x, o JOIN (SELECT 1 AS k, 'Status' AS label UNION ALL SELECT 2, 'Summary' UNION ALL SELECT 3, 'Doing nothing'
    UNION ALL SELECT 4, 'What may go wrong' UNION ALL SELECT 5, 'Cost once' UNION ALL SELECT 6, 'Cost yearly'
    UNION ALL SELECT 7, 'Effort' UNION ALL SELECT 8, 'Expected yearly' UNION ALL SELECT 9, 'Observed yearly'
    UNION ALL SELECT 10, 'Pays back after' UNION ALL SELECT 11, 'Business goals' UNION ALL SELECT 12, 'Approved') f
  UNION ALL
  SELECT x.id, 2, e.id, 'Benefits of ' || x.code, NULL, e.code,
    e.title || ifnull(', measured by ' || e.measure, '') || ifnull(', ' || printf('%.2f', e.expected_yearly / 100.0)
      || ' ' || o.currency || ' a year', '') || ', ' || e.status
  FROM x, o JOIN benefit e ON e.business_case = x.id AND e.business_case IS NOT NULL WHERE e.archived = 0
  UNION ALL
  SELECT x.id, 3, c.id, 'Ways to do ' || x.code, NULL, c.code,
    c.title || ifnull(', ' || printf('%.2f', c.cost_low / 100.0) || ' to ' || printf('%.2f', c.cost_high / 100.0) || ' '
      || o.currency, '') || ifnull('; for it: ' || c.pros, '') || ifnull('; against it: ' || c.cons, '')
      || CASE c.chosen WHEN 1 THEN '; chosen' || ifnull(': ' || c.reason, '') ELSE '' END
  FROM x, o JOIN option_choice c ON c.business_case = x.id WHERE c.archived = 0
) ORDER BY a, b, c
