-- id: issues-too-few
-- clause: 4.1
-- severity: warning
-- kind: context_issue
-- what: Fewer than five internal and external issues are named
-- auditor: How did you come to these few? Which matters outside and inside did you look at?
-- mend: Go through the catalogue of issues with the heads of the units, and add what bears on
--   the ISMS.
SELECT NULL AS id, count(*) || ' of at least 5 issues' AS text
FROM context_issue WHERE archived = 0 AND status <> 'closed' HAVING count(*) < 5
