-- An issue is to be looked at again until it is closed (4.1).
SELECT i.id, i.status <> 'closed' AND ifnull(i.next_review < today(), 0) AS overdue
FROM context_issue i
