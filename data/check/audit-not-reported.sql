-- id: audit-not-reported
-- clause: 9.2
-- severity: error
-- kind: audit
-- field: status
-- what: An audit ended more than a month ago, but is not reported
-- auditor: Who has had the results?
-- mend: Write the report, and give it to the management of what was audited.
SELECT id, title || ': ended on ' || finish AS text FROM audit
WHERE archived = 0 AND status IN ('planned', 'announced', 'in progress')
  AND months_after(finish, 1) < today()
