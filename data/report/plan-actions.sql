-- The actions of all risks, as rows of the treatment plan; columns as plan-risks.sql.
SELECT a.id, a.risk, a.code, a.title,
  (SELECT p.title FROM person p WHERE p.id = a.owner) AS owner,
  NULL AS need, NULL AS level,
  (SELECT t.option FROM treatment t WHERE t.id = a.treatment) AS options,
  (SELECT group_concat(code, ', ') FROM (SELECT c.code FROM action_controls l
    JOIN control c ON c.id = l.ref_id WHERE l.action_id = a.id ORDER BY c.id)) AS controls,
  a.due, a.overdue AS late, a.status,
  CASE WHEN a.status IN ('done', 'verified') THEN 100 ELSE a.progress END AS progress, a.cost,
  NULL AS residual_level, NULL AS target_level, NULL AS approval,
  a.priority, a.start, a.effort, a.resources,
  CASE WHEN a.status = 'verified'
    THEN ifnull((SELECT p.title FROM person p WHERE p.id = a.verified_by), '?') END AS effect,
  NULL AS scenario
FROM action_view a
WHERE a.archived = 0 AND a.risk IS NOT NULL AND a.status <> 'cancelled'
ORDER BY a.risk, a.status IN ('done', 'verified'), ifnull(a.due, '9999'), a.id
