-- A goal is reached in time or overdue (5.1 a).
SELECT g.id, g.status = 'open' AND ifnull(g.due < today(), 0) AS overdue
FROM business_goal g
