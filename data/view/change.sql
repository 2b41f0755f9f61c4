-- A change is late when it is wanted and not done by its day; it owes an assessment of
-- risks until a closed round names it (6.3, 8.2).
SELECT c.id,
  ifnull(c.reassess_risk, 0) AND (c.status = 'done' OR c.status = 'reviewed')
    AND NOT EXISTS (SELECT 1 FROM risk_assessment_changes l JOIN risk_assessment r ON r.id = l.risk_assessment_id
      WHERE l.ref_id = c.id AND r.archived = 0 AND r.status = 'closed') AS reassess_open,
  (c.status = 'proposed' OR c.status = 'assessed' OR c.status = 'approved' OR c.status = 'in work')
    AND ifnull(c.planned < today(), 0) AS overdue
FROM change c
