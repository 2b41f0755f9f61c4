-- Input g (9.3.2): proposals for improvement that are open or were decided since ?1.
SELECT i.code || ' ' || i.title || ': ' || i.status || ifnull(', ' || i.benefit, '') AS text
FROM improvement i
WHERE i.archived = 0 AND i.improvement_kind <> 'feedback'
  AND (i.status IN ('proposed', 'accepted', 'in work') OR ifnull(i.decided_on, substr(i.changed_at, 1, 10)) >= ?1)
ORDER BY i.status, i.code
