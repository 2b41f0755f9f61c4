-- id: supplier-without-owner
-- clause: A.5.22
-- severity: warning
-- kind: supplier
-- field: owner
-- what: Nobody looks after a supplier
-- auditor: Who watches what it delivers and how it changes?
-- mend: Enter the person.
SELECT id, title AS text FROM supplier
WHERE archived = 0 AND status IN ('approved', 'under watch') AND owner IS NULL
