-- id: processes-of-isms-missing
-- clause: 4.4
-- severity: error
-- kind: process
-- field: process_kind
-- what: No process of the ISMS itself is described
-- auditor: The standard asks for the processes that the ISMS needs and how they work together.
--   Which are they?
-- mend: Add the processes of the ISMS, such as risk assessment, internal audit, document
--   control and improvement.
SELECT NULL AS id, 'no process of the kind ISMS' AS text
WHERE NOT EXISTS (SELECT 1 FROM process WHERE archived = 0 AND process_kind = 'isms')
