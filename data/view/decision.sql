-- What was decided is to be carried out.
SELECT d.id, d.status = 'decided' AND ifnull(d.due < today(), 0) AS overdue
FROM decision d
