-- id: finding-repeated
-- clause: 10.2
-- severity: warning
-- kind: nonconformity
-- field: repeat_of
-- what: A nonconformity has come again after it was closed
-- auditor: Then the cause was not found, or the action had no effect. What do you do otherwise
--   now?
-- mend: Look for the cause anew, with another method, and say so.
SELECT n.id, n.title || ': again after ' || o.code AS text
FROM nonconformity n JOIN nonconformity o ON o.id = n.repeat_of
WHERE n.archived = 0 AND n.status IN ('open', 'cause found')
  AND ifnull(trim(n.cause), '') = ''
