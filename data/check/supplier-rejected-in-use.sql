-- id: supplier-rejected-in-use
-- clause: A.5.22
-- severity: error
-- kind: supplier
-- field: last_result
-- what: A supplier that failed its assessment is used as if it had passed
-- auditor: Why do you go on with it?
-- mend: Put it under watch with actions, or end it.
SELECT id, title AS text FROM supplier_view
WHERE archived = 0 AND status = 'approved' AND last_result = 'rejected'
