-- id: improvement-undecided
-- clause: 10.1
-- severity: hint
-- kind: improvement
-- field: status
-- what: A proposal has waited for a decision for three months
-- auditor: Does whoever proposes something hear what becomes of it?
-- mend: Accept it, put it off or reject it, with the reason.
SELECT id, title || ifnull(': proposed on ' || proposed_on, '') AS text FROM improvement
WHERE archived = 0 AND status = 'proposed' AND months_after(proposed_on, 3) < today()
