-- id: finding-without-nonconformity
-- clause: 10.2
-- severity: error
-- kind: finding
-- field: nonconformity
-- what: A minor or major finding leads to no nonconformity
-- auditor: What do you do about it: correction, cause, action?
-- mend: Make a nonconformity of it, or work on cause and action in the finding itself.
SELECT id, title || ': ' || grade AS text FROM finding
WHERE archived = 0 AND grade IN ('minor', 'major') AND nonconformity IS NULL
  AND status = 'open' AND ifnull(found_on < date(today(), '-14 days'), 1)
