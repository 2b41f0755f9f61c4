-- id: framework-not-met
-- clause: 4.2
-- severity: warning
-- kind: framework_requirement
-- field: compliance
-- what: A requirement of a framework that applies is not met
-- auditor: What do you do about it, and by when?
-- mend: Make an action of it, and assess it anew when it is done.
SELECT q.id, q.number || ' ' || q.title AS text
FROM framework_requirement q JOIN framework f ON f.id = q.framework
WHERE q.archived = 0 AND q.applicable = 'yes' AND q.compliance = 'not met'
  AND f.archived = 0 AND f.applicable = 'yes'
