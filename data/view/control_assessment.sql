-- An assessment is called by the control and the day (9.1). It is late when its next
-- check has passed and no later one of the control was made.
SELECT s.id,
  (SELECT c.code FROM control c WHERE c.id = s.control) || ', ' || s.assessed_on AS title,
  ifnull(s.next_check < today(), 0)
    AND NOT EXISTS (SELECT 1 FROM control_assessment o WHERE o.control = s.control AND o.control IS NOT NULL AND o.archived = 0
      AND o.assessed_on > s.assessed_on) AS overdue
FROM control_assessment s
