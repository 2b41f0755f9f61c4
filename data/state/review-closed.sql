-- What keeps management review ?1 from being closed: actions that it decided or took
-- over and that are neither finished nor taken over by a later review.
SELECT a.code || ' ' || a.title AS text FROM action a
WHERE a.archived = 0 AND a.status NOT IN ('done', 'verified', 'cancelled')
  AND (a.carried_to = ?1 OR (a.review = ?1 AND a.carried_to IS NULL))
ORDER BY a.id
