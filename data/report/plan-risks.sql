-- The risks of the treatment plan (6.1.3 e): what is in treatment, what must be treated
-- or is to be by a decision other than to bear it and is not yet, and what still has an
-- open action. What must be treated comes first, then the higher level. The columns are
-- those of plan-actions.sql; src/report/plan.h names them.
SELECT r.id, NULL AS risk, r.code, r.title,
  (SELECT p.title FROM person p WHERE p.id = r.owner) AS owner,
  r.need, r.level,
  ifnull(r.treatment, '') || ';' || ifnull((SELECT group_concat(t.option, ';') FROM treatment t
    WHERE t.risk = r.id AND t.risk IS NOT NULL AND t.archived = 0), '') AS options,
  (SELECT group_concat(code, ', ') FROM (SELECT c.code FROM risk_controls l
    JOIN control c ON c.id = l.ref_id WHERE l.risk_id = r.id ORDER BY c.id)) AS controls,
  r.due, r.plan_overdue AS late, r.status,
  (SELECT CAST(round(avg(CASE WHEN a.status IN ('done', 'verified') THEN 100
      ELSE ifnull(a.progress, 0) END)) AS INTEGER)
    FROM action a WHERE a.risk = r.id AND a.archived = 0 AND a.status <> 'cancelled') AS progress,
  -- a treatment's own figure, else that of its actions; and actions of no treatment
  (SELECT sum(cost) FROM (
    SELECT ifnull(t.cost, (SELECT sum(a.cost) FROM action a WHERE a.treatment = t.id
      AND a.archived = 0 AND a.status <> 'cancelled')) AS cost
    FROM treatment t WHERE t.risk = r.id AND t.risk IS NOT NULL AND t.archived = 0
    UNION ALL
    SELECT a.cost FROM action a WHERE a.risk = r.id AND a.archived = 0 AND a.status <> 'cancelled'
      AND NOT EXISTS (SELECT 1 FROM treatment t WHERE t.id = a.treatment AND t.archived = 0))) AS cost,
  r.residual_level, r.target_level,
  (SELECT s.answer || '|' || s.person || '|' || s.day FROM (
      SELECT p.answer, (SELECT x.title FROM person x WHERE x.id = p.person) AS person,
        substr(p.decided_at, 1, 10) AS day, p.decided_at AS at
      FROM approval p WHERE p.archived = 0 AND p.object = 'risk/' || lower(hex(r.uid))
      UNION ALL
      SELECT 'accepted', ifnull((SELECT x.title FROM person x WHERE x.id = a.accepted_by), '?'),
        ifnull(a.accepted_on, '?'), ifnull(a.accepted_on, '')
      FROM risk_acceptance a WHERE a.risk = r.id AND a.risk IS NOT NULL AND a.archived = 0 AND a.status = 'accepted'
        AND ifnull(a.expires >= today(), 1)) s
    ORDER BY s.at DESC LIMIT 1) AS approval,
  r.priority, NULL AS start, NULL AS effort, NULL AS resources,
  (SELECT sum(a.status = 'verified') || '/' || count(*) FROM action a
    WHERE a.risk = r.id AND a.archived = 0 AND a.status <> 'cancelled' HAVING count(*) > 0) AS effect,
  r.scenario
FROM risk_view r
WHERE r.archived = 0 AND r.status <> 'closed' AND (r.status = 'in treatment'
  OR (r.status NOT IN ('treated', 'accepted', 'monitored') AND (r.need = 'treat'
    OR replace(ifnull(r.treatment, ''), 'retain', '') NOT IN ('', ';')
    OR EXISTS (SELECT 1 FROM treatment t WHERE t.risk = r.id AND t.risk IS NOT NULL AND t.archived = 0 AND t.option <> 'retain')))
  OR EXISTS (SELECT 1 FROM action a WHERE a.risk = r.id AND a.archived = 0
    AND a.status NOT IN ('done', 'verified', 'cancelled')))
ORDER BY CASE r.need WHEN 'treat' THEN 0 ELSE 1 END, ifnull(r.level, 0) DESC,
  ifnull(r.priority, 9), r.id
