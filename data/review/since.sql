-- The day of the last review before ?2 that was held.
SELECT max(held_on) AS text FROM management_review
WHERE archived = 0 AND id <> ?2 AND ?1 IS NOT NULL AND held_on IS NOT NULL AND status IN ('held', 'minutes approved', 'closed')
