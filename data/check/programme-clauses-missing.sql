-- id: programme-clauses-missing
-- clause: 9.2
-- severity: warning
-- kind: audit_programme
-- field: clauses_missing
-- what: The audit programme leaves clauses out
-- auditor: Every requirement is audited within the cycle. When are these?
-- mend: Plan them into an audit of the programme.
SELECT id, title || ': ' || clauses_missing AS text FROM audit_programme_view
WHERE archived = 0 AND status IN ('approved', 'running') AND ifnull(clauses_missing, '') <> ''
