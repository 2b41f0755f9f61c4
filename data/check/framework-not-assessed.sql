-- id: framework-not-assessed
-- clause: 4.2
-- severity: warning
-- kind: framework
-- field: assessed
-- what: A framework applies, but is not assessed in all that applies of it
-- auditor: Do you meet it, and how do you know?
-- mend: Assess its requirements, each with what shows it.
SELECT f.id, f.title || ': ' || count(*) || ' not assessed, first ' || min(q.number) AS text
FROM framework f JOIN framework_requirement q ON q.framework = f.id AND q.framework IS NOT NULL
WHERE f.archived = 0 AND f.applicable = 'yes' AND q.archived = 0 AND q.applicable = 'yes'
  AND q.compliance = 'not assessed'
GROUP BY f.id
