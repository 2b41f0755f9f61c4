-- id: communication-overdue
-- clause: 7.4
-- severity: warning
-- kind: communication
-- field: next_due
-- what: Something was to be communicated by now
-- auditor: Did you tell it?
-- mend: Do it and enter the day.
SELECT id, title || ': due on ' || next_due AS text FROM communication_view
WHERE archived = 0 AND overdue = 1
