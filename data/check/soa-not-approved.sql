-- id: soa-not-approved
-- clause: 6.1.3
-- severity: error
-- kind: soa_version
-- what: No version of the Statement of Applicability is approved
-- auditor: Which version is valid, and who approved it?
-- mend: Make a version of the statement, and have it approved.
SELECT NULL AS id, 'no approved version' AS text
WHERE NOT EXISTS (SELECT 1 FROM soa_version WHERE archived = 0 AND status = 'approved')
