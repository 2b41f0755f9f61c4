-- id: improvement-none
-- clause: 10.1
-- severity: warning
-- kind: improvement
-- what: Nothing to improve the ISMS was decided within a year
-- auditor: How does the ISMS get better, other than by mending faults?
-- mend: Collect proposals, and decide on at least one.
SELECT NULL AS id, 'no decision since ' || months_after(today(), -12) AS text
WHERE NOT EXISTS (SELECT 1 FROM improvement
  WHERE archived = 0 AND status NOT IN ('proposed', 'put off')
    AND months_after(ifnull(decided_on, substr(changed_at, 1, 10)), 12) >= today())
