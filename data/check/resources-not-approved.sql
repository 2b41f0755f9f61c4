-- id: resources-not-approved
-- clause: 7.1
-- severity: error
-- kind: resource
-- field: approved
-- what: No resources are approved for this year
-- auditor: What does the ISMS need, and what was granted?
-- mend: Plan people, time and money of the year, and have top management approve them.
SELECT NULL AS id, 'nothing approved for ' || substr(today(), 1, 4) AS text
WHERE NOT EXISTS (SELECT 1 FROM resource
  WHERE archived = 0 AND year = CAST(substr(today(), 1, 4) AS INTEGER)
    AND (approved > 0 OR approved_cost > 0))
