-- id: nonconformity-without-action
-- clause: 10.2
-- severity: warning
-- kind: nonconformity
-- field: actions
-- what: A nonconformity has a cause, but nothing removes it
-- auditor: Which action follows from the cause?
-- mend: Describe the corrective action, or link actions with it.
SELECT id, title AS text FROM nonconformity_view
WHERE archived = 0 AND status <> 'open' AND actions = 0 AND ifnull(trim(corrective), '') = ''
  AND found_on < date(today(), '-30 days')
