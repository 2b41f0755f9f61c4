-- id: method-not-approved
-- clause: 6.1.2
-- severity: error
-- kind: risk_method
-- field: approved_by
-- what: The risk method in force is not approved
-- auditor: By which rules do you assess risks, and who has decided on them?
-- mend: Have the method approved, and enter by whom and when.
SELECT m.id, m.title || ': not approved' AS text
FROM organisation o JOIN risk_method m ON m.id = o.method
WHERE (m.approved_by IS NULL OR m.approved_on IS NULL)
  AND NOT EXISTS (SELECT 1 FROM approval a WHERE a.archived = 0 AND a.answer <> 'rejected'
    AND a.object = 'risk_method/' || lower(hex(m.uid)))
UNION ALL
SELECT NULL, 'the organisation has no risk method in force' FROM organisation WHERE method IS NULL
