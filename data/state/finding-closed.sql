-- What keeps finding ?1 from being closed: its own actions that are not finished. What
-- its nonconformity has to do is that one's.
SELECT a.code || ' ' || a.title AS text FROM action a
WHERE a.archived = 0 AND a.status NOT IN ('done', 'verified', 'cancelled')
  AND a.finding = ?1
ORDER BY a.id
