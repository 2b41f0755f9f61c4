-- Whom a training is for today, and who of them has passed or attended it within its
-- interval (7.2, 7.3); and who of them has not.
SELECT e.id, e.wanted, e.trained, e.untrained,
  CAST(100 * e.trained / nullif(e.wanted, 0) AS INTEGER) AS quota
FROM (
  SELECT t.id,
    (SELECT count(*) FROM person w
      WHERE w.archived = 0 AND ifnull(w.left_on >= today(), 1) AND ifnull(w.joined <= today(), 1)
        AND ((t.for_all = 1 AND (w.person_kind = 'employee' OR w.person_kind = 'contractor'))
          OR EXISTS (SELECT 1 FROM training_audience l JOIN assignment a ON a.role = l.ref_id AND a.role IS NOT NULL
            WHERE l.training_id = t.id AND a.person = w.id AND a.archived = 0
              AND ifnull(a.from_date <= today(), 1) AND ifnull(a.to_date >= today(), 1))
          OR EXISTS (SELECT 1 FROM attendance k WHERE k.training = t.id AND k.training IS NOT NULL AND k.person = w.id AND k.archived = 0))) AS wanted,
    (SELECT count(*) FROM person w
      WHERE w.archived = 0 AND ifnull(w.left_on >= today(), 1) AND ifnull(w.joined <= today(), 1)
        AND ((t.for_all = 1 AND (w.person_kind = 'employee' OR w.person_kind = 'contractor'))
          OR EXISTS (SELECT 1 FROM training_audience l JOIN assignment a ON a.role = l.ref_id AND a.role IS NOT NULL
            WHERE l.training_id = t.id AND a.person = w.id AND a.archived = 0
              AND ifnull(a.from_date <= today(), 1) AND ifnull(a.to_date >= today(), 1))
          OR EXISTS (SELECT 1 FROM attendance k WHERE k.training = t.id AND k.training IS NOT NULL AND k.person = w.id AND k.archived = 0))
        AND EXISTS (SELECT 1 FROM attendance k WHERE k.training = t.id AND k.training IS NOT NULL AND k.person = w.id AND k.archived = 0
          AND (k.result = 'passed' OR k.result = 'attended') AND k.done_on <= today()
          AND ifnull(months_after(k.done_on, t.interval) >= today(), 1))) AS trained,
    (SELECT group_concat(n.title, '; ') FROM (SELECT w.title FROM person w
      WHERE w.archived = 0 AND ifnull(w.left_on >= today(), 1) AND ifnull(w.joined <= today(), 1)
        AND ((t.for_all = 1 AND (w.person_kind = 'employee' OR w.person_kind = 'contractor'))
          OR EXISTS (SELECT 1 FROM training_audience l JOIN assignment a ON a.role = l.ref_id AND a.role IS NOT NULL
            WHERE l.training_id = t.id AND a.person = w.id AND a.archived = 0
              AND ifnull(a.from_date <= today(), 1) AND ifnull(a.to_date >= today(), 1))
          OR EXISTS (SELECT 1 FROM attendance k WHERE k.training = t.id AND k.training IS NOT NULL AND k.person = w.id AND k.archived = 0))
        AND NOT EXISTS (SELECT 1 FROM attendance k WHERE k.training = t.id AND k.training IS NOT NULL AND k.person = w.id AND k.archived = 0
          AND (k.result = 'passed' OR k.result = 'attended') AND k.done_on <= today()
          AND ifnull(months_after(k.done_on, t.interval) >= today(), 1))
      ORDER BY w.title) n) AS untrained
  FROM training t
) e
