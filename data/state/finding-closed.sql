-- What keeps finding ?1 from being closed: its own actions that are not finished, and the
-- nonconformity that works on it as long as that one is open. What that one still has to
-- do is its own question.
SELECT a.code || ' ' || a.title AS text FROM action a
WHERE a.archived = 0 AND a.status NOT IN ('done', 'verified', 'cancelled')
  AND a.finding = ?1
UNION ALL
SELECT n.code || ' ' || n.title FROM finding f JOIN nonconformity n ON n.id = f.nonconformity
WHERE f.id = ?1 AND n.archived = 0 AND n.status <> 'closed'
ORDER BY 1
