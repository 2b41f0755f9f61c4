-- The steps of each certificate that lives, with their days: those done are in place, those
-- whose day has passed are missing, the others come. Columns as in stage-1.sql.
SELECT '4.4' AS clause, c.title || ': ' || s.what AS requirement,
  CASE WHEN s.done THEN 'in place' WHEN s.day < today() THEN 'missing' ELSE 'to come' END AS state,
  CASE WHEN s.done THEN 'on ' ELSE 'by ' END || s.day AS text, 'certificate' AS kind,
  'code="' || c.code || '"' AS filter
FROM certificate_view c JOIN (
  SELECT id, 1 AS n, 'stage 1' AS what, stage_1_on AS day, status <> 'preparing' AS done
    FROM certificate
  UNION ALL SELECT id, 2, 'stage 2', stage_2_on, status NOT IN ('preparing', 'stage 1')
    FROM certificate
  UNION ALL SELECT id, 3, 'certified', decided_on, 1 FROM certificate
    WHERE status NOT IN ('preparing', 'stage 1', 'stage 2')
  UNION ALL SELECT id, 4, 'first surveillance',
      CASE WHEN surveillance_1_on >= decided_on THEN surveillance_1_on ELSE surveillance_1_due END,
      ifnull(surveillance_1_on >= decided_on, 0) FROM certificate_view
    WHERE status NOT IN ('preparing', 'stage 1', 'stage 2')
  UNION ALL SELECT id, 5, 'second surveillance',
      CASE WHEN surveillance_2_on >= decided_on THEN surveillance_2_on ELSE surveillance_2_due END,
      ifnull(surveillance_2_on >= decided_on, 0) FROM certificate_view
    WHERE status NOT IN ('preparing', 'stage 1', 'stage 2')
  UNION ALL SELECT id, 6, 'recertification', recertification_due, 0 FROM certificate_view
    WHERE status NOT IN ('preparing', 'stage 1', 'stage 2')
) s ON s.id = c.id
WHERE c.archived = 0 AND c.status NOT IN ('withdrawn', 'expired') AND s.day IS NOT NULL
ORDER BY c.id, s.n
