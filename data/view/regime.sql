-- Whether a regime applies is asked again (4.2).
SELECT r.id, ifnull(r.next_review < today(), 0) AS overdue
FROM regime r
