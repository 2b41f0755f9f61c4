-- id: evidence-run-out
-- clause: 9.1
-- severity: hint
-- kind: evidence
-- field: valid_to
-- what: A piece of evidence that controls rest on has run out
-- auditor: Is there a newer one?
-- mend: Collect it anew.
SELECT id, title || ': ended on ' || valid_to AS text FROM evidence_view
WHERE archived = 0 AND overdue = 1 AND controls > 0
