-- A benefit that nobody has looked for when its day came.
SELECT b.id, b.status = 'expected' AND ifnull(b.due < today(), 0) AS overdue
FROM benefit b
