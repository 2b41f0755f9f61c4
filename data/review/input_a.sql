-- Input a (9.3.2): where the actions of earlier reviews stand. ?1 is the day of
-- the last review, ?2 this review. A line a row, column text.
SELECT a.code || ' ' || a.title || ': ' || a.status
  || ifnull(', ' || (SELECT p.title FROM person p WHERE p.id = a.owner), ', no owner')
  || ifnull(', due ' || a.due, '') || CASE WHEN a.overdue THEN ', OVERDUE' ELSE '' END
  || ' (' || r.code || ')' AS text
FROM action_view a JOIN management_review r ON r.id = a.review
WHERE a.archived = 0 AND a.review <> ?2
  AND (a.status NOT IN ('done', 'verified', 'cancelled') OR ifnull(a.done_on, substr(a.changed_at, 1, 10)) >= ?1)
ORDER BY a.overdue DESC, a.due, a.id
