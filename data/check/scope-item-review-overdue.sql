-- id: scope-item-review-overdue
-- clause: 4.3
-- severity: hint
-- kind: scope_item
-- field: next_review
-- what: Something at the boundary of the scope was to be looked at again
-- auditor: Is the boundary still there?
-- mend: Look at it and set the next day.
SELECT id, title || ': due on ' || next_review AS text FROM scope_item
WHERE archived = 0 AND next_review < today()
