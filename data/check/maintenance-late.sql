-- id: maintenance-late
-- clause: 8.1
-- severity: error
-- kind: maintenance_task
-- field: last_done
-- what: A recurring task is late by more than a month
-- auditor: You decided to do this regularly. Why was it not done?
-- mend: Do it and enter the day and the result, or pause the task with a reason.
SELECT id, title || ': due on ' || next_due AS text FROM maintenance_task_view
WHERE archived = 0 AND overdue = 1 AND days_late > 30
