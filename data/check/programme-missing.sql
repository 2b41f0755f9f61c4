-- id: programme-missing
-- clause: 9.2
-- severity: error
-- kind: audit_programme
-- what: No audit programme is in force
-- auditor: When is what audited, by whom, and why in this order?
-- mend: Plan the internal audits of the period, and have the programme approved.
SELECT NULL AS id, 'no programme is approved for ' || today() AS text
WHERE NOT EXISTS (SELECT 1 FROM audit_programme
  WHERE archived = 0 AND status IN ('approved', 'running') AND today() BETWEEN from_date AND to_date)
