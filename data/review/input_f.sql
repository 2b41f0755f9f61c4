-- Input f (9.3.2): risks by level, those above tolerance by name, and where the
-- treatment plan stands.
SELECT text FROM (
  SELECT 1 AS n, 5 - r.level AS k, count(*) || ' risks of level ' || ifnull((SELECT c.title FROM risk_criterion c
    WHERE c.method = (SELECT method FROM organisation) AND c.scale = 'level' AND c.value = r.level AND c.archived = 0), r.level) AS text
  FROM risk_view r WHERE r.archived = 0 AND r.status <> 'closed' AND r.level IS NOT NULL GROUP BY r.level
  UNION ALL
  SELECT 2, r.code, r.code || ' ' || r.title || ' must be treated: ' || r.status
    || ifnull(', due ' || r.due, '') || CASE WHEN r.overdue THEN ', OVERDUE' ELSE '' END
  FROM risk_view r WHERE r.archived = 0 AND r.status <> 'closed' AND r.need = 'treat'
  UNION ALL
  SELECT 3, 0, 'Treatment plan: ' || count(*) || ' actions, ' || ifnull(sum(a.status IN ('done', 'verified')), 0) || ' finished, '
    || ifnull(sum(a.overdue), 0) || ' overdue'
  FROM action_view a WHERE a.archived = 0 AND a.source = 'risk treatment' AND a.status <> 'cancelled'
  UNION ALL
  SELECT 4, x.code, x.code || ' risk assessment: ' || x.title || ', ' || x.status
  FROM risk_assessment x WHERE x.archived = 0 AND substr(x.changed_at, 1, 10) >= ?1)
ORDER BY n, k
