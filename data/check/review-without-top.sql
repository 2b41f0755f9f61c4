-- id: review-without-top
-- clause: 9.3
-- severity: error
-- kind: management_review
-- field: attendees
-- what: Nobody from top management took part in a review
-- auditor: It is top management that reviews. Who of them was there?
-- mend: Hold the review with top management, and enter who attended.
SELECT id, title AS text FROM management_review m
WHERE archived = 0 AND status IN ('held', 'minutes approved', 'closed')
  AND NOT EXISTS (SELECT 1 FROM assignment a JOIN role r ON r.id = a.role
    WHERE a.archived = 0 AND r.role_kind = 'top management'
      AND (a.person = m.chair OR a.person IN (SELECT l.ref_id FROM management_review_attendees l
        WHERE l.management_review_id = m.id)))
