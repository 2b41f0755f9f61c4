-- id: supplier-cloud-without-exit
-- clause: A.5.23
-- severity: warning
-- kind: supplier
-- field: exit_plan
-- what: A cloud service that matters has no plan for leaving it
-- auditor: How do you get your data and go on when it ends?
-- mend: Plan the exit, and enter that the plan is there.
SELECT id, title AS text FROM supplier
WHERE archived = 0 AND status IN ('approved', 'under watch') AND cloud = 1 AND criticality >= 3
  AND ifnull(exit_plan, 0) = 0
