-- id: objective-overdue
-- clause: 6.2
-- severity: error
-- kind: objective
-- field: due
-- what: The day of an objective has passed
-- auditor: Was it reached?
-- mend: Say whether it was achieved or missed, and judge it.
SELECT id, title || ': due on ' || due || ifnull(', ' || progress || ' %', '') AS text
FROM objective_view WHERE archived = 0 AND overdue = 1
