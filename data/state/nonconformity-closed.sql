-- What keeps nonconformity ?1 from being closed: actions against its cause that are
-- not finished.
SELECT a.code || ' ' || a.title AS text FROM action a
WHERE a.archived = 0 AND a.status NOT IN ('done', 'verified', 'cancelled')
  AND (a.nonconformity = ?1
    OR a.finding IN (SELECT f.id FROM finding f WHERE f.nonconformity = ?1 AND f.archived = 0))
ORDER BY a.id
