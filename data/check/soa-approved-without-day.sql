-- id: soa-approved-without-day
-- clause: 6.1.3
-- severity: warning
-- kind: soa_version
-- field: approved_on
-- what: The Statement of Applicability does not say when it was approved
-- auditor: The certificate names version and day of the statement. Which day is it?
-- mend: Enter the day of the approval.
SELECT id, title || ', version ' || version AS text FROM soa_version
WHERE archived = 0 AND status IN ('approved') AND approved_on IS NULL
