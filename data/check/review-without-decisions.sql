-- id: review-without-decisions
-- clause: 9.3
-- severity: error
-- kind: management_review
-- field: results
-- what: A management review has led to no decision
-- auditor: The results are decisions on improvement and on changes of the ISMS. Which?
-- mend: Enter the results, and add decisions and actions that name the review.
SELECT id, title AS text FROM management_review_view
WHERE archived = 0 AND status IN ('held', 'minutes approved', 'closed')
  AND ifnull(trim(results), '') = '' AND decisions = 0 AND actions = 0
