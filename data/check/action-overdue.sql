-- id: action-overdue
-- clause: 8.3
-- severity: warning
-- kind: action
-- field: due
-- what: An action is overdue
-- auditor: When will it be done?
-- mend: Finish it, or agree on a new day.
SELECT id, title || ': due on ' || due || ', ' || progress || ' %' AS text FROM action_view
WHERE archived = 0 AND overdue = 1 AND progress > 0 AND status <> 'on hold'
