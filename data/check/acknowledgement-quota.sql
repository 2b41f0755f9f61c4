-- id: acknowledgement-quota
-- clause: 5.2
-- severity: warning
-- kind: document
-- field: acknowledged
-- what: Fewer than nine of ten people have confirmed a policy
-- auditor: How do you know that people have read it?
-- mend: Remind those who are missing; see the list of acknowledgements.
SELECT id, title || ': ' || acknowledged || ' %' AS text FROM document_view
WHERE archived = 0 AND doc_type = 'policy' AND state = 'published' AND acknowledged < 90
