-- id: supplier-contract-ended
-- clause: A.5.20
-- severity: warning
-- kind: supplier
-- field: contract_to
-- what: The contract with a supplier has ended, but it is still used
-- auditor: On what agreement do you rely?
-- mend: Renew the contract, or end the use.
SELECT id, title || ': ended on ' || contract_to AS text FROM supplier
WHERE archived = 0 AND status IN ('approved', 'under watch') AND contract_to < today()
