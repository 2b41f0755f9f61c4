-- The actions that this review (?2) takes over: decided by one that was held before, or
-- taken over by such a one, and not finished. ?1 is the day of the last review.
SELECT a.id AS text FROM action a
JOIN management_review r ON r.id = ifnull(a.carried_to, a.review)
WHERE a.archived = 0 AND a.status NOT IN ('done', 'verified', 'cancelled')
  AND r.archived = 0 AND r.id <> ?2 AND r.held_on <= ?1
  AND r.status IN ('held', 'minutes approved', 'closed')
  AND ifnull(a.review, 0) <> ?2
ORDER BY a.id
