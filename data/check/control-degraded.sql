-- id: control-degraded
-- clause: 9.1
-- severity: warning
-- kind: control
-- field: status
-- what: A control is degraded, and no action mends it
-- auditor: What keeps the risk down while it does not work?
-- mend: Add an action that names the control, and look at the risks that rely on it.
SELECT c.id, c.title AS text FROM control c
WHERE c.archived = 0 AND c.status = 'degraded'
  AND NOT EXISTS (SELECT 1 FROM action_controls l JOIN action a ON a.id = l.action_id
    WHERE l.ref_id = c.id AND a.archived = 0 AND a.status IN ('open', 'in progress'))
