-- id: incident-not-assessed
-- clause: A.5.25
-- severity: error
-- kind: incident
-- field: status
-- what: A report has not been assessed for a week
-- auditor: Is it an incident or not? Who decides?
-- mend: Assess it, and give it kind and severity.
SELECT id, title || ifnull(': reported ' || substr(ifnull(reported, detected), 1, 10), '') AS text
FROM incident
WHERE archived = 0 AND status = 'reported'
  AND substr(ifnull(reported, detected), 1, 10) < date(today(), '-7 days')
