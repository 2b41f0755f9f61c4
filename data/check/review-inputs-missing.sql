-- id: review-inputs-missing
-- clause: 9.3
-- severity: error
-- kind: management_review
-- field: inputs_missing
-- what: Inputs of a management review are missing
-- auditor: The standard lists what the review considers. Where is this?
-- mend: Fill in the inputs that are missing before the review is held.
SELECT id, title || ': ' || inputs_missing AS text FROM management_review_view
WHERE archived = 0 AND inputs_missing IS NOT NULL AND (status <> 'planned' OR planned < today())
