-- id: objective-incomplete
-- clause: 6.2
-- severity: error
-- kind: objective
-- field: target
-- what: An objective lacks what the standard asks for
-- auditor: How is it measured, what is the target, who is responsible, with which resources,
--   until when, and how is it judged?
-- mend: Fill in what is missing.
SELECT id, title || ': no ' || CASE
  WHEN ifnull(trim(measure), '') = '' AND metric IS NULL THEN 'measure'
  WHEN ifnull(trim(target), '') = '' THEN 'target'
  WHEN owner IS NULL THEN 'owner'
  WHEN due IS NULL THEN 'day'
  WHEN ifnull(trim(approach), '') = '' THEN 'plan of what is done'
  WHEN ifnull(trim(resources), '') = '' THEN 'resources'
  ELSE 'way of judging the result' END AS text
FROM objective
WHERE archived = 0 AND status IN ('approved', 'running')
  AND ((ifnull(trim(measure), '') = '' AND metric IS NULL) OR ifnull(trim(target), '') = ''
    OR owner IS NULL OR due IS NULL OR ifnull(trim(approach), '') = ''
    OR ifnull(trim(resources), '') = '' OR ifnull(trim(evaluation_method), '') = '')
