-- id: processing-abroad-unsafe
-- clause: A.5.34
-- severity: error
-- kind: processing_activity
-- field: safeguard
-- what: Personal data goes to a third country without a safeguard
-- auditor: What makes this transfer lawful?
-- mend: Name the adequacy decision, the clauses or the rules it rests on.
SELECT id, title || ': ' || third_country AS text FROM processing_activity
WHERE archived = 0 AND status = 'running' AND ifnull(trim(third_country), '') <> ''
  AND ifnull(trim(safeguard), '') = ''
