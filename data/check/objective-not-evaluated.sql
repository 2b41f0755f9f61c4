-- id: objective-not-evaluated
-- clause: 6.2
-- severity: warning
-- kind: objective
-- field: evaluation
-- what: An objective has ended, but nobody has judged the result
-- auditor: What do you conclude from the result?
-- mend: Write the evaluation, and mark the objective as evaluated.
SELECT id, title || ': ' || status AS text FROM objective
WHERE archived = 0 AND status IN ('achieved', 'missed')
  AND ifnull(months_after(due, 1) < today(), 1)
