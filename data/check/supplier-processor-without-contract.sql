-- id: supplier-processor-without-contract
-- clause: A.5.34
-- severity: error
-- kind: processing_activity
-- field: processors
-- what: A processor of personal data has no contract on it
-- auditor: By law you need a contract with whoever processes data for you. Show it to me.
-- mend: Conclude the contract, and enter it with the supplier.
SELECT p.id, p.title || ': ' || s.code || ' ' || s.title AS text
FROM processing_activity p JOIN processing_activity_processors l ON l.processing_activity_id = p.id
JOIN supplier s ON s.id = l.ref_id
WHERE p.archived = 0 AND p.status = 'running' AND ifnull(s.processing_contract, 0) = 0
