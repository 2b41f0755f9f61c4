-- id: asset-critical-without-risk
-- clause: 6.1.2
-- severity: warning
-- kind: asset
-- field: risks
-- what: No risk names a critical asset
-- auditor: You cannot do without it; what can happen to it?
-- mend: Assess its risks, or mark it as not critical.
SELECT id, title AS text FROM asset_view
WHERE archived = 0 AND status = 'in use' AND critical = 1 AND risks = 0
