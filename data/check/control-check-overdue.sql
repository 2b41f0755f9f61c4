-- id: control-check-overdue
-- clause: 9.1
-- severity: warning
-- kind: control
-- field: next_check
-- what: A control was to be checked by now
-- auditor: When did you last look whether it works?
-- mend: Assess it, and set the next day.
SELECT id, title AS text FROM control_view WHERE archived = 0 AND overdue = 1
