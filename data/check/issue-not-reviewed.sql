-- id: issue-not-reviewed
-- clause: 4.1
-- severity: warning
-- kind: context_issue
-- field: last_review
-- what: An issue was not looked at in time, or for more than a year
-- auditor: When did you last ask whether this still holds, and who did?
-- mend: Judge it anew and enter the day of the review; close it when it no longer matters.
SELECT id, title || CASE WHEN next_review < today() THEN ': due on ' || next_review
  ELSE ': last seen on ' || ifnull(ifnull(last_review, identified_on), 'no day') END AS text
FROM context_issue
WHERE archived = 0 AND status <> 'closed'
  AND (next_review < today()
    OR ifnull(months_after(ifnull(last_review, identified_on), 12) < today(), 1))
