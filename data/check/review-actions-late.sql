-- id: review-actions-late
-- clause: 9.3
-- severity: warning
-- kind: management_review
-- field: open_actions
-- what: Actions of a management review are overdue
-- auditor: Top management decided this. Why is it not done?
-- mend: Finish the actions, or report to top management in the next review.
SELECT m.id, m.title || ': ' || group_concat(a.code, ', ') AS text
FROM management_review m JOIN action_view a ON a.review = m.id
WHERE m.archived = 0 AND a.archived = 0 AND a.overdue = 1
GROUP BY m.id
