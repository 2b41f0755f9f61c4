-- A decision on the boundary is looked at again (4.3).
SELECT s.id, ifnull(s.next_review < today(), 0) AS overdue
FROM scope_item s
