-- id: programme-controls-missing
-- clause: 9.2
-- severity: warning
-- kind: audit_programme
-- field: controls_missing
-- what: The audit programme leaves out controls that apply
-- auditor: You declare them applicable and implemented. When does an audit look at them?
-- mend: Plan them into an audit of the programme, or say by which sample they are covered.
SELECT id, title || ': ' || controls_missing AS text FROM audit_programme_view
WHERE archived = 0 AND status IN ('approved', 'running') AND ifnull(controls_missing, '') <> ''
