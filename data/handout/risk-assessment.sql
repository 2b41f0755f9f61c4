-- title: Risk assessment report
-- kind: risk_assessment
-- about: A round of rating: who, when, what was found, the risks with their levels
WITH x AS (
  SELECT v.* FROM risk_assessment_view v
  WHERE v.archived = 0 AND v.id = (SELECT y.id FROM risk_assessment y WHERE y.archived = 0 AND (?1 = '' OR y.code = ?1)
    ORDER BY ifnull(y.finished, y.started) DESC, y.id DESC LIMIT 1)
), w AS (
  SELECT c.value, c.title FROM risk_criterion c WHERE c.scale = 'level' AND c.archived = 0
    AND c.method = (SELECT method FROM organisation)
), f AS (
  SELECT 1 AS k, 'Kind' AS label UNION ALL SELECT 2, 'Status' UNION ALL SELECT 3, 'Scope' UNION ALL SELECT 4, 'Occasion'
  UNION ALL SELECT 5, 'Led by' UNION ALL SELECT 6, 'Took part' UNION ALL SELECT 7, 'From, to'
  UNION ALL SELECT 8, 'Method' UNION ALL SELECT 9, 'Result' UNION ALL SELECT 10, 'Approved' UNION ALL SELECT 11, 'Risks'
), q AS (
  SELECT r.* FROM risk_view r WHERE r.archived = 0 AND r.status <> 'closed'
    AND (NOT EXISTS (SELECT 1 FROM x JOIN risk_assessment_risks l ON l.risk_assessment_id = x.id)
      OR r.id IN (SELECT l.ref_id FROM x JOIN risk_assessment_risks l ON l.risk_assessment_id = x.id))
)
SELECT section, item, label, text FROM (
  SELECT 1 AS a, 0 AS b, f.k AS c, x.code || ' ' || x.title AS section, NULL AS item, f.label,
    CASE f.k WHEN 1 THEN x.assessment_kind WHEN 2 THEN x.status WHEN 3 THEN x.scope WHEN 4 THEN x.occasion
      WHEN 5 THEN (SELECT p.title FROM person p WHERE p.id = x.leader)
      WHEN 6 THEN (SELECT group_concat(p.title, ', ') FROM risk_assessment_participants l
        JOIN person p ON p.id = l.ref_id WHERE l.risk_assessment_id = x.id)
      WHEN 7 THEN ifnull(x.started, '?') || ' to ' || ifnull(x.finished, '?')
      WHEN 8 THEN (SELECT m.title || ifnull(' ' || m.version, '') FROM risk_method m
        WHERE m.id = ifnull(x.method, (SELECT method FROM organisation)))
      WHEN 9 THEN x.report
      WHEN 10 THEN (SELECT p.title FROM person p WHERE p.id = x.approved_by) || ', ' || x.approved_on
      WHEN 11 THEN 'as they are today' || CASE WHEN x.frozen IS NOT NULL THEN '; those of then are in its frozen copy'
        ELSE '' END END AS text
  FROM x JOIN f
  UNION ALL
  SELECT 2, -w.value, 0, 'Risks by level', NULL, w.title,
    (SELECT count(*) FROM q WHERE q.level = w.value) || ' risks' FROM w
  UNION ALL
  SELECT 3, -ifnull(q.level, 0), q.id, 'Risks', q.code || ' ' || q.title,
    'Inherent, current', ifnull((SELECT title FROM w WHERE value = q.inherent_level), 'not rated') || ', '
      || ifnull((SELECT title FROM w WHERE value = q.current_level), 'not rated') FROM q
  UNION ALL
  SELECT 3, -ifnull(q.level, 0), q.id, 'Risks', q.code || ' ' || q.title, 'Expected, aimed at',
    ifnull((SELECT title FROM w WHERE value = q.residual_level), 'not rated') || ', '
      || ifnull((SELECT title FROM w WHERE value = q.target_level), 'no target') FROM q
  UNION ALL
  SELECT 3, -ifnull(q.level, 0), q.id, 'Risks', q.code || ' ' || q.title, 'Owner, need',
    ifnull((SELECT p.title FROM person p WHERE p.id = q.owner), 'nobody') || ', ' || q.need
      || ifnull('; ' || replace(q.treatment, ';', ', '), '') FROM q
) ORDER BY a, b, c
