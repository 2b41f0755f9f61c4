-- id: attendance-overdue
-- clause: 7.3
-- severity: warning
-- kind: attendance
-- field: planned
-- what: Somebody has missed a training or has to repeat it
-- auditor: When is it made up?
-- mend: Plan a new day, and enter when it was done.
SELECT id, title AS text FROM attendance_view WHERE archived = 0 AND overdue = 1
