-- How many live risks a control treats, and what its last assessment said (9.1). The
-- assessment's own day for the next check replaces that of the control.
SELECT e.id, e.risks, e.last_checked, e.effect,
  e.status <> 'retired' AND ifnull(ifnull(e.again, e.next_check) < today(), 0) AS overdue
FROM (
  SELECT c.id, c.status, c.next_check,
    (SELECT count(*) FROM risk_controls l JOIN risk r ON r.id = l.risk_id
      WHERE l.ref_id = c.id AND r.archived = 0 AND r.status <> 'closed') AS risks,
    (SELECT max(s.assessed_on) FROM control_assessment s
      WHERE s.control = c.id AND s.archived = 0) AS last_checked,
    (SELECT s.operation FROM control_assessment s WHERE s.control = c.id AND s.archived = 0
      ORDER BY s.assessed_on DESC, s.id DESC LIMIT 1) AS effect,
    (SELECT s.next_check FROM control_assessment s WHERE s.control = c.id AND s.archived = 0
      ORDER BY s.assessed_on DESC, s.id DESC LIMIT 1) AS again
  FROM control c
) e
