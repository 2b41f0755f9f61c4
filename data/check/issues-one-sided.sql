-- id: issues-one-sided
-- clause: 4.1
-- severity: error
-- kind: context_issue
-- field: origin
-- what: There are no internal, or no external issues
-- auditor: The clause asks for both: what of your own house, and what from outside, bears on
--   information security?
-- mend: Add issues of the origin that is missing.
SELECT NULL AS id, 'no ' || o.origin || ' issue' AS text
FROM (SELECT 'internal' AS origin UNION ALL SELECT 'external') o
WHERE NOT EXISTS (SELECT 1 FROM context_issue i
  WHERE i.archived = 0 AND i.status <> 'closed' AND i.origin = o.origin)
