-- After a full round the next is due by the method's interval (8.2); without a method
-- of its own by that of the method in force. Only the last full round can be late.
SELECT e.id, e.next_due,
  CASE e.status WHEN 'cancelled' THEN 0
    WHEN 'closed' THEN e.last AND ifnull(e.next_due < today(), 0)
    ELSE ifnull(e.due < today(), 0) END AS overdue
FROM (
  SELECT a.id, a.status, a.due,
    CASE WHEN a.status = 'closed' AND a.assessment_kind = 'full' THEN months_after(a.finished,
      (SELECT m.reassess_interval FROM risk_method m
        WHERE m.id = ifnull(a.method, (SELECT o.method FROM organisation o)))) END AS next_due,
    NOT EXISTS (SELECT 1 FROM risk_assessment o WHERE o.archived = 0 AND o.status = 'closed'
      AND o.assessment_kind = 'full' AND o.finished > a.finished) AS last
  FROM risk_assessment a
) e
