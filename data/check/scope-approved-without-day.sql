-- id: scope-approved-without-day
-- clause: 4.3
-- severity: warning
-- kind: scope_version
-- field: approved_on
-- what: The scope in force does not say when it was approved
-- auditor: Since when is this approved? Which scope stood before that day?
-- mend: Enter the day of the approval.
SELECT id, title || ', version ' || version AS text FROM scope_version
WHERE archived = 0 AND status IN ('approved') AND approved_on IS NULL
