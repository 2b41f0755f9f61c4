-- title: Risk treatment plan
-- kind: risk
-- about: Risks by their level with treatment, controls, actions and approval
WITH r AS (
  SELECT v.*, dense_rank() OVER (ORDER BY ifnull(v.level, 9) DESC, ifnull(v.priority, 9), v.id) AS place
  FROM risk_view v
  WHERE v.archived = 0 AND v.status <> 'closed' AND (?1 = '' AND v.need IN ('treat', 'approval', 'unrated') OR v.code = ?1)
), w AS (
  SELECT c.value, c.title FROM risk_criterion c WHERE c.scale = 'level' AND c.archived = 0
    AND c.method = (SELECT method FROM organisation)
), f AS (
  SELECT 1 AS k, 'Owner' AS label UNION ALL SELECT 2, 'Scenario' UNION ALL SELECT 3, 'Level now'
  UNION ALL SELECT 4, 'Treatment' UNION ALL SELECT 5, 'Plan' UNION ALL SELECT 6, 'Controls'
  UNION ALL SELECT 7, 'Expected' UNION ALL SELECT 8, 'Aimed at' UNION ALL SELECT 9, 'Due'
  UNION ALL SELECT 10, 'Approved' UNION ALL SELECT 11, 'Accepted'
)
SELECT section, item, label, text FROM (
  SELECT r.place AS a, f.k AS b, 0 AS c,
    CASE r.need WHEN 'treat' THEN 'To be treated' WHEN 'approval' THEN 'Borne with approval'
      WHEN 'unrated' THEN 'Not rated' ELSE 'Within the appetite' END AS section,
    r.code || ' ' || r.title AS item, f.label,
    CASE f.k WHEN 1 THEN ifnull((SELECT p.title FROM person p WHERE p.id = r.owner), 'nobody') WHEN 2 THEN r.scenario
      WHEN 3 THEN ifnull((SELECT w.title FROM w WHERE w.value = r.level), 'not rated')
      WHEN 4 THEN replace(r.treatment, ';', ', ') WHEN 5 THEN r.treatment_plan
      WHEN 6 THEN (SELECT group_concat(k.code || ' ' || k.title || ' (' || k.status || ')', '; ')
        FROM risk_controls l JOIN control k ON k.id = l.ref_id WHERE l.risk_id = r.id AND k.archived = 0)
      WHEN 7 THEN (SELECT w.title FROM w WHERE w.value = r.residual_level)
      WHEN 8 THEN (SELECT w.title FROM w WHERE w.value = r.target_level)
      WHEN 9 THEN r.due
      WHEN 10 THEN (SELECT group_concat(p.title || ', ' || substr(a.decided_at, 1, 10) || ' (' || a.answer || ')', '; ')
        FROM approval a JOIN person p ON p.id = a.person
        WHERE a.archived = 0 AND a.object = 'risk/' || lower(hex(r.uid)))
      WHEN 11 THEN (SELECT group_concat(ifnull(p.title, '?') || ', until ' || ifnull(x.expires, 'no day'), '; ')
        FROM risk_acceptance x LEFT JOIN person p ON p.id = x.accepted_by
        WHERE x.archived = 0 AND x.risk = r.id AND x.risk IS NOT NULL AND x.status = 'accepted') END AS text
  FROM r JOIN f
  UNION ALL
  SELECT r.place, 20, x.id, CASE r.need WHEN 'treat' THEN 'To be treated' WHEN 'approval' THEN 'Borne with approval'
      WHEN 'unrated' THEN 'Not rated' ELSE 'Within the appetite' END,
    r.code || ' ' || r.title, x.code,
    x.title || ': ' || ifnull((SELECT p.title FROM person p WHERE p.id = x.owner), 'nobody') || ', due '
      || ifnull(x.due, 'on no day') || ', ' || x.status || ifnull(', ' || x.progress || ' %', '')
      || ifnull(', costs ' || printf('%.2f', x.cost / 100.0) || ' ' || (SELECT currency FROM organisation), '')
      || ifnull(', ' || x.effort || ' days', '')
  FROM r JOIN action x ON x.risk = r.id WHERE x.archived = 0 AND x.status <> 'cancelled'
) ORDER BY a, b, c
