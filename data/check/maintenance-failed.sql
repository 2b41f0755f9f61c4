-- id: maintenance-failed
-- clause: 8.1
-- severity: warning
-- kind: maintenance_task
-- field: result
-- what: A recurring task has failed and was not done again
-- auditor: What did you do after it failed?
-- mend: Make an action of it, repeat the task and enter the result.
SELECT id, title || ifnull(': ' || last_done, '') AS text FROM maintenance_task
WHERE archived = 0 AND status = 'active' AND result = 'failed'
