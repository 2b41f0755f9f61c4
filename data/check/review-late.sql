-- id: review-late
-- clause: 9.3
-- severity: warning
-- kind: management_review
-- field: planned
-- what: A planned management review was not held
-- auditor: When is it held?
-- mend: Hold it, or plan a new day.
SELECT id, title || ': planned for ' || planned AS text FROM management_review_view
WHERE archived = 0 AND overdue = 1
