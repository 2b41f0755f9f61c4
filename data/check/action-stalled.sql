-- id: action-stalled
-- clause: 8.3
-- severity: error
-- kind: action
-- field: progress
-- what: An action is overdue and was not even begun
-- auditor: The day has passed and nothing happened. Who decided that?
-- mend: Begin it, or decide with the owner of the risk on a new day or on something else.
SELECT id, title || ': due on ' || due AS text FROM action_view
WHERE archived = 0 AND overdue = 1 AND ifnull(progress, 0) = 0 AND status <> 'on hold'
