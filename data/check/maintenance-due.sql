-- id: maintenance-due
-- clause: 8.1
-- severity: hint
-- kind: maintenance_task
-- field: last_done
-- what: A recurring task is late
-- auditor: When will it be done?
-- mend: Do it and enter the day and the result.
SELECT id, title || ': due on ' || next_due AS text FROM maintenance_task_view
WHERE archived = 0 AND overdue = 1 AND days_late <= 30
