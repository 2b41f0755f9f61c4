-- What the four ratings of a risk come to, by the method in force (6.1.2).
-- Current falls back on inherent and residual on current where they have not
-- been rated themselves; a target stands alone. The need compares the current
-- level with appetite and tolerance (data-model, section 3). What is suggested is the
-- inherent rating less the steps that controls take off it, by their weight in per
-- cent, rounded down and never below 1: the current one by controls that are
-- implemented or operate, the residual by those to come or to be mended too.
SELECT r.*,
  r.current_level AS level,
  CASE WHEN r.current_level IS NULL THEN 'unrated'
       WHEN r.current_level <= r.appetite THEN 'none'
       WHEN r.current_level <= r.tolerance THEN 'approval'
       ELSE 'treat' END AS need
FROM (
  SELECT e.*, il.level AS inherent_level, cl.level AS current_level, rl.level AS residual_level, tl.level AS target_level
  FROM (
    SELECT b.id, b.method, b.appetite, b.tolerance, b.coverage, b.plan_overdue,
      b.plan_overdue OR b.review_overdue AS overdue, b.effective, b.themes,
      max(1, b.il - b.now_l) AS suggested_current_l, max(1, b.ii - b.now_i) AS suggested_current_i,
      max(1, b.il - b.then_l) AS suggested_residual_l, max(1, b.ii - b.then_i) AS suggested_residual_i,
      b.il AS inherent_l, b.ii AS inherent_i,
      coalesce(b.cl, b.il) AS current_l, coalesce(b.ci, b.ii) AS current_i,
      coalesce(b.rl, b.cl, b.il) AS residual_l, coalesce(b.ri, b.ci, b.ii) AS residual_i,
      b.tl AS target_l, b.ti AS target_i
    FROM (
      SELECT a.id,
        (SELECT method FROM organisation) AS method,
        ifnull((SELECT m.appetite FROM risk_method m WHERE m.id = (SELECT method FROM organisation)), 0) AS appetite,
        ifnull((SELECT m.tolerance FROM risk_method m WHERE m.id = (SELECT method FROM organisation)), 0) AS tolerance,
        a.inherent_likelihood AS il, a.current_likelihood AS cl,
        a.residual_likelihood AS rl, a.target_likelihood AS tl,
        CASE (SELECT m.impact_rule FROM risk_method m WHERE m.id = (SELECT method FROM organisation)) WHEN 'single' THEN a.inherent_impact
          ELSE ifnull(nullif(max(ifnull(a.inherent_impact_c, 0), ifnull(a.inherent_impact_i, 0), ifnull(a.inherent_impact_a, 0)), 0), a.inherent_impact) END AS ii,
        CASE (SELECT m.impact_rule FROM risk_method m WHERE m.id = (SELECT method FROM organisation)) WHEN 'single' THEN a.current_impact
          ELSE ifnull(nullif(max(ifnull(a.current_impact_c, 0), ifnull(a.current_impact_i, 0), ifnull(a.current_impact_a, 0)), 0), a.current_impact) END AS ci,
        CASE (SELECT m.impact_rule FROM risk_method m WHERE m.id = (SELECT method FROM organisation)) WHEN 'single' THEN a.residual_impact
          ELSE ifnull(nullif(max(ifnull(a.residual_impact_c, 0), ifnull(a.residual_impact_i, 0), ifnull(a.residual_impact_a, 0)), 0), a.residual_impact) END AS ri,
        CASE (SELECT m.impact_rule FROM risk_method m WHERE m.id = (SELECT method FROM organisation)) WHEN 'single' THEN a.target_impact
          ELSE ifnull(nullif(max(ifnull(a.target_impact_c, 0), ifnull(a.target_impact_i, 0), ifnull(a.target_impact_a, 0)), 0), a.target_impact) END AS ti,
        (SELECT CAST(round(100.0 * sum(c.status = 'operating') / count(*)) AS INTEGER)
          FROM risk_controls l JOIN control c ON c.id = l.ref_id
          WHERE l.risk_id = a.id AND c.archived = 0) AS coverage,
        (SELECT CAST(round(100.0 * sum(c.status = 'operating' AND ifnull('effective' = (
            SELECT s.operation FROM control_assessment s WHERE s.control = c.id AND s.control IS NOT NULL AND s.archived = 0
              AND s.assessed_on >= months_after(today(), -ifnull((SELECT m.reassess_interval FROM risk_method m
                WHERE m.id = (SELECT method FROM organisation)), 12))
            ORDER BY s.assessed_on DESC, s.id DESC LIMIT 1), 0)) / count(*)) AS INTEGER)
          FROM risk_controls l JOIN control c ON c.id = l.ref_id
          WHERE l.risk_id = a.id AND c.archived = 0) AS effective,
        (SELECT count(DISTINCT c.theme) FROM risk_controls l JOIN control c ON c.id = l.ref_id
          WHERE l.risk_id = a.id AND c.archived = 0 AND c.status <> 'retired') AS themes,
        (SELECT sum(CASE WHEN x.effect <> 'impact' AND (c.status = 'implemented' OR c.status = 'operating') THEN x.reduction * x.weight ELSE 0 END) / 100
          FROM risk_control x JOIN control c ON c.id = x.control
          WHERE x.risk = a.id AND x.risk IS NOT NULL AND x.archived = 0 AND c.archived = 0) AS now_l,
        (SELECT sum(CASE WHEN x.effect <> 'likelihood' AND (c.status = 'implemented' OR c.status = 'operating') THEN x.reduction * x.weight ELSE 0 END) / 100
          FROM risk_control x JOIN control c ON c.id = x.control
          WHERE x.risk = a.id AND x.risk IS NOT NULL AND x.archived = 0 AND c.archived = 0) AS now_i,
        (SELECT sum(CASE WHEN x.effect <> 'impact' AND c.status <> 'retired' THEN x.reduction * x.weight ELSE 0 END) / 100
          FROM risk_control x JOIN control c ON c.id = x.control
          WHERE x.risk = a.id AND x.risk IS NOT NULL AND x.archived = 0 AND c.archived = 0) AS then_l,
        (SELECT sum(CASE WHEN x.effect <> 'likelihood' AND c.status <> 'retired' THEN x.reduction * x.weight ELSE 0 END) / 100
          FROM risk_control x JOIN control c ON c.id = x.control
          WHERE x.risk = a.id AND x.risk IS NOT NULL AND x.archived = 0 AND c.archived = 0) AS then_i,
        a.status <> 'closed' AND ifnull(a.next_review < today(), 0) AS review_overdue,
        ifnull(a.due < today(), 0) AND a.status <> 'treated' AND a.status <> 'monitored'
          AND a.status <> 'accepted' AND a.status <> 'closed' AS plan_overdue
      FROM risk a
    ) b
  ) e
  LEFT JOIN risk_matrix_cell il ON il.method = e.method AND il.likelihood = e.inherent_l AND il.impact = e.inherent_i
  LEFT JOIN risk_matrix_cell cl ON cl.method = e.method AND cl.likelihood = e.current_l AND cl.impact = e.current_i
  LEFT JOIN risk_matrix_cell rl ON rl.method = e.method AND rl.likelihood = e.residual_l AND rl.impact = e.residual_i
  LEFT JOIN risk_matrix_cell tl ON tl.method = e.method AND tl.likelihood = e.target_l AND tl.impact = e.target_i
) r
