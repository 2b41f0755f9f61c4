-- How many live risks a control treats, and what its last assessment said (9.1). The
-- assessment's own day for the next check replaces that of the control. Who has not had
-- the trainings on it (7.3) is told by their names, once each.
SELECT e.id, e.risks, e.last_checked, e.effect, e.untrained,
  e.status <> 'retired' AND ifnull(ifnull(e.again, e.next_check) < today(), 0) AS overdue
FROM (
  SELECT c.id, c.status, c.next_check,
    (SELECT group_concat(n.title, '; ') FROM (SELECT w.title FROM person w
      WHERE w.archived = 0 AND ifnull(w.left_on >= today(), 1) AND ifnull(w.joined <= today(), 1)
        AND EXISTS (SELECT 1 FROM training_controls o JOIN training t ON t.id = o.training_id
          WHERE o.ref_id = c.id AND t.archived = 0
            AND ((t.for_all = 1 AND (w.person_kind = 'employee' OR w.person_kind = 'contractor'))
              OR EXISTS (SELECT 1 FROM training_audience l JOIN assignment a ON a.role = l.ref_id AND a.role IS NOT NULL
                WHERE l.training_id = t.id AND a.person = w.id AND a.archived = 0
                  AND ifnull(a.from_date <= today(), 1) AND ifnull(a.to_date >= today(), 1)))
            AND NOT EXISTS (SELECT 1 FROM attendance k WHERE k.training = t.id AND k.training IS NOT NULL AND k.person = w.id
              AND k.archived = 0 AND (k.result = 'passed' OR k.result = 'attended') AND k.done_on <= today()
              AND ifnull(months_after(k.done_on, t.interval) >= today(), 1)))
      ORDER BY w.title) n) AS untrained,
    (SELECT count(*) FROM risk_controls l JOIN risk r ON r.id = l.risk_id
      WHERE l.ref_id = c.id AND r.archived = 0 AND r.status <> 'closed') AS risks,
    (SELECT max(s.assessed_on) FROM control_assessment s
      WHERE s.control = c.id AND s.control IS NOT NULL AND s.archived = 0) AS last_checked,
    (SELECT s.operation FROM control_assessment s WHERE s.control = c.id AND s.control IS NOT NULL AND s.archived = 0
      ORDER BY s.assessed_on DESC, s.id DESC LIMIT 1) AS effect,
    (SELECT s.next_check FROM control_assessment s WHERE s.control = c.id AND s.control IS NOT NULL AND s.archived = 0
      ORDER BY s.assessed_on DESC, s.id DESC LIMIT 1) AS again
  FROM control c
) e
