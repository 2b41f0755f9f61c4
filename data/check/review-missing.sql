-- id: review-missing
-- clause: 9.3
-- severity: error
-- kind: management_review
-- what: Top management has not reviewed the ISMS within a year
-- auditor: When was the last review, and what was decided?
-- mend: Hold a management review with all inputs, and keep its minutes.
SELECT NULL AS id, ifnull('the last one was on ' || (SELECT max(held_on) FROM management_review
  WHERE archived = 0), 'there was none') AS text
WHERE NOT EXISTS (SELECT 1 FROM management_review
  WHERE archived = 0 AND months_after(held_on, 12) >= today())
