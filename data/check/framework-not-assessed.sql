-- id: framework-not-assessed
-- clause: 4.2
-- severity: warning
-- kind: framework
-- field: assessed
-- what: A framework applies, but is not assessed
-- auditor: Do you meet it, and how do you know?
-- mend: Assess its requirements, each with what shows it.
SELECT id, title || ': ' || assessed || ' of ' || requirements || ' requirements assessed' AS text
FROM framework_view
WHERE archived = 0 AND applicable = 'yes' AND requirements > 0 AND assessed < requirements
