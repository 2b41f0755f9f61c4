-- id: review-minutes-open
-- clause: 9.3
-- severity: warning
-- kind: management_review
-- field: approved_by
-- what: The minutes of a management review are not approved
-- auditor: Who confirmed what was decided?
-- mend: Have the minutes approved.
SELECT id, title || ifnull(': held on ' || held_on, '') AS text FROM management_review
WHERE archived = 0 AND status = 'held' AND months_after(held_on, 1) < today()
