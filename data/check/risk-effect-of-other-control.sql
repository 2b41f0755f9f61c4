-- id: risk-effect-of-other-control
-- clause: 6.1.3
-- severity: warning
-- kind: risk_control
-- field: control
-- what: The effect of a control on a risk is entered, but the risk does not name the control
-- auditor: Does the control treat this risk or not?
-- mend: Link the control with the risk, or archive its effect.
SELECT x.id, x.title AS text FROM risk_control_view x JOIN risk r ON r.id = x.risk
WHERE x.archived = 0 AND r.archived = 0 AND r.status <> 'closed'
  AND NOT EXISTS (SELECT 1 FROM risk_controls l WHERE l.risk_id = x.risk AND l.ref_id = x.control)
