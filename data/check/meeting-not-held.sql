-- id: meeting-not-held
-- clause: 5.1
-- severity: hint
-- kind: meeting
-- field: planned
-- what: A planned meeting was not held
-- auditor: Does the circle that steers the ISMS work?
-- mend: Hold it and keep the minutes, or cancel it with a reason.
SELECT id, title || ': planned for ' || planned AS text FROM meeting_view
WHERE archived = 0 AND overdue = 1
