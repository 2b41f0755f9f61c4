-- id: awareness-quota
-- clause: 7.3
-- severity: error
-- kind: training
-- field: quota
-- what: Fewer than nine of ten people have had an awareness training that is for them
-- auditor: How do people know the policy, what they contribute, and what happens when they do
--   not follow?
-- mend: Train those who are missing; see the list of attendances.
SELECT id, title || ': ' || trained || ' of ' || wanted || ' (' || quota || ' %)' AS text
FROM training_view
WHERE archived = 0 AND training_kind = 'awareness' AND wanted > 0 AND quota < 90
UNION ALL
SELECT NULL, 'no awareness training' WHERE NOT EXISTS
  (SELECT 1 FROM training WHERE archived = 0 AND training_kind = 'awareness')
