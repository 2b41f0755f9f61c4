-- id: nonconformity-without-cause
-- clause: 10.2
-- severity: error
-- kind: nonconformity
-- field: cause
-- what: A nonconformity has no cause after a month
-- auditor: Why did it happen? Without the cause it happens again.
-- mend: Find the cause, and plan what removes it.
SELECT id, title || ': found on ' || found_on AS text FROM nonconformity
WHERE archived = 0 AND status <> 'closed' AND ifnull(trim(cause), '') = ''
  AND found_on < date(today(), '-30 days')
