-- id: incident-without-lessons
-- clause: A.5.27
-- severity: warning
-- kind: incident
-- field: lessons
-- what: An incident is over, but nothing was learned from it
-- auditor: What did you change so that it does not happen again?
-- mend: Write down cause and lessons, and make actions of them.
SELECT id, title AS text FROM incident
WHERE archived = 0 AND incident_kind = 'incident'
  AND status IN ('resolved', 'lessons learned', 'closed')
  AND months_after(substr(resolved, 1, 10), 1) < today()
  AND (ifnull(trim(lessons), '') = '' OR ifnull(trim(cause), '') = '')
