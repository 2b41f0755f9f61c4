-- id: objectives-none
-- clause: 6.2
-- severity: error
-- kind: objective
-- what: There is no objective of information security for this year
-- auditor: What do you want to reach this year, and how do you know when you are there?
-- mend: Set at least one objective with measure, target, owner and day.
SELECT NULL AS id, 'none is approved or running' AS text
WHERE NOT EXISTS (SELECT 1 FROM objective
  WHERE archived = 0 AND (status IN ('approved', 'running')
    OR (status <> 'draft' AND status <> 'cancelled'
      AND months_after(ifnull(due, year || '-12-31'), 3) >= today())))
