-- id: document-unclassified
-- clause: A.5.12
-- severity: hint
-- kind: document
-- field: classification
-- what: A document has no classification
-- auditor: Who may read it?
-- mend: Choose its class.
SELECT id, title AS text FROM document WHERE archived = 0 AND classification IS NULL
