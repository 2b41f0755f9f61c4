-- id: legal-none
-- clause: A.5.31
-- severity: error
-- kind: legal_requirement
-- what: No law, contract or standard is registered
-- auditor: Which laws and contracts on information security bind you, and how do you keep track
--   of them?
-- mend: Add them with what they demand.
SELECT NULL AS id, 'the legal register is empty' AS text
WHERE NOT EXISTS (SELECT 1 FROM legal_requirement WHERE archived = 0)
