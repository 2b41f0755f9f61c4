-- id: improvement-overdue
-- clause: 10.1
-- severity: warning
-- kind: improvement
-- field: due
-- what: An improvement was to be done by now
-- auditor: Is it still wanted?
-- mend: Do it, or put it off with a reason.
SELECT id, title || ': due on ' || due AS text FROM improvement_view
WHERE archived = 0 AND overdue = 1
