-- id: finding-without-evidence
-- clause: 9.2
-- severity: warning
-- kind: finding
-- field: evidence
-- what: A finding has no evidence
-- auditor: What was seen? A finding without evidence does not stand.
-- mend: Enter what was seen.
SELECT id, title AS text FROM finding
WHERE archived = 0 AND grade IN ('minor', 'major', 'observation')
  AND ifnull(trim(evidence), '') = '' AND ifnull(trim(description), '') = ''
