-- id: nonconformity-similar-unchecked
-- clause: 10.2
-- severity: warning
-- kind: nonconformity
-- field: similar_checked
-- what: Nobody has looked whether the same is wrong elsewhere
-- auditor: Do similar nonconformities exist, or could they occur?
-- mend: Look for similar cases, and enter what you found.
SELECT id, title AS text FROM nonconformity
WHERE archived = 0 AND status <> 'open' AND ifnull(similar_checked, 0) = 0
