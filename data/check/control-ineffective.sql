-- id: control-ineffective
-- clause: 9.1
-- severity: error
-- kind: control
-- field: effect
-- what: A control was found ineffective, and no action mends it
-- auditor: You found that it does not work. What did you do?
-- mend: Add an action that names the control, or assess it again when it is mended.
SELECT c.id, c.title AS text FROM control_view c
WHERE c.archived = 0 AND c.status <> 'retired' AND c.effect = 'ineffective'
  AND NOT EXISTS (SELECT 1 FROM action_controls l JOIN action a ON a.id = l.action_id
    WHERE l.ref_id = c.id AND a.archived = 0 AND a.status IN ('open', 'in progress'))
