-- A requirement is judged again and again (A.5.31).
SELECT q.id, ifnull(q.next_review < today(), 0) AS overdue
FROM requirement q
