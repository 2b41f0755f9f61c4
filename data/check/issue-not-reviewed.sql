-- id: issue-not-reviewed
-- clause: 4.1
-- severity: warning
-- kind: context_issue
-- field: last_review
-- what: An issue was not looked at for more than a year
-- auditor: When did you last ask whether this still holds, and who did?
-- mend: Judge it anew and enter the day of the review; close it when it no longer matters.
SELECT id, title || ': ' || ifnull('last seen on ' || ifnull(last_review, identified_on),
  'never reviewed') AS text
FROM context_issue
WHERE archived = 0 AND status <> 'closed'
  AND ifnull(ifnull(last_review, identified_on) < date(today(), '-1 year'), 1)
