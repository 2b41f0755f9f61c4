-- id: supplier-without-clauses
-- clause: A.5.20
-- severity: error
-- kind: supplier
-- field: security_clauses
-- what: A supplier with access to data or of weight has no security clauses in its contract
-- auditor: What did you agree on about information security?
-- mend: Agree on clauses, or enter that the contract has them.
SELECT id, title AS text FROM supplier
WHERE archived = 0 AND status IN ('approved', 'under watch')
  AND (criticality >= 3 OR data_access = 1) AND ifnull(security_clauses, 0) = 0
