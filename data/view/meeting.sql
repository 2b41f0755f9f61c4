-- What was decided in a meeting; planned for a day that has passed is not held.
SELECT m.id,
  (SELECT count(*) FROM decision d WHERE d.meeting = m.id AND d.archived = 0) AS decisions,
  m.status = 'planned' AND ifnull(m.planned < today(), 0) AS overdue
FROM meeting m
