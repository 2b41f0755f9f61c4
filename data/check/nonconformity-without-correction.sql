-- id: nonconformity-without-correction
-- clause: 10.2
-- severity: warning
-- kind: nonconformity
-- field: correction
-- what: Nothing was done about a nonconformity at once
-- auditor: What did you do to bring it under control, and about its consequences?
-- mend: Enter the correction, or that none was possible.
SELECT id, title AS text FROM nonconformity
WHERE archived = 0 AND ifnull(trim(correction), '') = ''
  AND found_on < date(today(), '-14 days')
