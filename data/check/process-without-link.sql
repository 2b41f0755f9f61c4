-- id: process-without-link
-- clause: 4.4
-- severity: warning
-- kind: process
-- field: links
-- what: A process of the ISMS is not connected with any other
-- auditor: What does it get, from whom, and who uses what comes out? The clause asks for the
--   interactions.
-- mend: Add the links to the processes before and behind it.
SELECT id, title AS text FROM process_view
WHERE archived = 0 AND process_kind = 'isms' AND links = 0
