-- id: finding-overdue
-- clause: 10.2
-- severity: warning
-- kind: finding
-- field: due
-- what: A finding was to be dealt with by now
-- auditor: When is it done?
-- mend: Finish it, or agree on a new day with the auditor.
SELECT id, title AS text FROM finding_view WHERE archived = 0 AND overdue = 1
