-- id: risk-control-excluded
-- clause: 6.1.3
-- severity: error
-- kind: risk
-- field: controls
-- what: A control that treats a risk is excluded in the Statement of Applicability
-- auditor: Your plan relies on a control that you declare not applicable. Which is true?
-- mend: Make the control applicable with the reason "risk", or take it off the risk.
SELECT r.id, r.title || ': ' || c.code || ' ' || c.title AS text
FROM risk r
JOIN risk_controls l ON l.risk_id = r.id
JOIN control c ON c.id = l.ref_id
JOIN soa_entry s ON s.control = c.id
WHERE r.archived = 0 AND r.status <> 'closed' AND s.archived = 0 AND s.applicable = 'no'
