-- A concern that was not answered in time.
SELECT c.id, c.status = 'open' AND ifnull(c.due < today(), 0) AS overdue
FROM concern c
