-- id: soa-moved-on
-- clause: 6.1.3
-- severity: warning
-- kind: soa_version
-- field: changed_since
-- what: The Statement of Applicability has changed since it was approved
-- auditor: What you show me is not what was approved.
-- mend: Look at what changed, and approve a new version.
SELECT id, title || ': ' || changed_since
  || CASE changed_since WHEN 1 THEN ' entry' ELSE ' entries' END || ' changed since'
  || ifnull(' ' || approved_on, '') AS text
FROM soa_version_view WHERE archived = 0 AND status = 'approved' AND changed_since > 0
