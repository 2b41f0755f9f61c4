-- id: incident-notice-overdue
-- clause: A.5.24
-- severity: error
-- kind: incident
-- field: next_due
-- what: A notice of an incident that the law demands was not sent in time
-- auditor: The authority had to know by then. Did you tell it, and when?
-- mend: Send it now, and enter the time; give the reason where no notice is owed.
SELECT id, title || ': due at ' || next_due AS text FROM incident_view
WHERE archived = 0 AND overdue = 1
