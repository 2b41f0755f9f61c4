-- id: action-without-due
-- clause: 8.3
-- severity: warning
-- kind: action
-- field: due
-- what: An action has no day by which it is to be done
-- auditor: By when? The plan needs a day.
-- mend: Enter the day.
SELECT id, title AS text FROM action
WHERE archived = 0 AND status IN ('open', 'in progress') AND due IS NULL
