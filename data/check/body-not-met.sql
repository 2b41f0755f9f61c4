-- id: body-not-met
-- clause: 5.1
-- severity: hint
-- kind: body
-- field: next_due
-- what: A committee has not met in its rhythm
-- auditor: Does it still work?
-- mend: Meet, or change its rhythm.
SELECT id, title || ': due on ' || next_due AS text FROM body_view WHERE archived = 0 AND overdue = 1
