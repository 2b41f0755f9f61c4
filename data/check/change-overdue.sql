-- id: change-overdue
-- clause: 6.3
-- severity: warning
-- kind: change
-- field: planned
-- what: A change was to be done by now
-- auditor: Is it still wanted?
-- mend: Do it, or plan it anew.
SELECT id, title || ': planned for ' || planned AS text FROM change_view
WHERE archived = 0 AND overdue = 1
