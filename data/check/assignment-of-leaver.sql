-- id: assignment-of-leaver
-- clause: 5.3
-- severity: warning
-- kind: assignment
-- field: to_date
-- what: A role is still assigned to somebody who has left
-- auditor: Who took this over, and how was it made known?
-- mend: End the assignment with the day of leaving, and assign a successor.
SELECT a.id, p.title || ' left on ' || p.left_on || ': ' || r.title AS text
FROM assignment a JOIN person p ON p.id = a.person JOIN role r ON r.id = a.role
WHERE a.archived = 0 AND p.left_on < today() AND a.to_date IS NULL
