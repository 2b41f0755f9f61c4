-- id: soa-reason-risk-without-risk
-- clause: 6.1.3
-- severity: warning
-- kind: soa_entry
-- field: reasons
-- what: A control applies because of a risk, but no risk names it
-- auditor: Which risk is meant?
-- mend: Link the control with the risk that it treats, or give the true reason.
SELECT id, title AS text FROM soa_entry_view
WHERE archived = 0 AND applicable = 'yes' AND ';' || reasons || ';' LIKE '%;risk;%' AND risks = 0
