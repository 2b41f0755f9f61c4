-- id: soa-implemented-without-evidence
-- clause: 6.1.3
-- severity: warning
-- kind: soa_entry
-- field: evidence
-- what: A control counts as implemented, but there is no evidence
-- auditor: Which document or record can I see?
-- mend: Name the evidence, or link documents and pieces of evidence with entry or control.
SELECT s.id, s.title AS text FROM soa_entry_view s
WHERE s.archived = 0 AND s.applicable = 'yes' AND s.implementation = 'implemented'
  AND ifnull(trim(s.evidence), '') = ''
  AND NOT EXISTS (SELECT 1 FROM soa_entry_documents l WHERE l.soa_entry_id = s.id)
  AND NOT EXISTS (SELECT 1 FROM control_documents l WHERE l.control_id = s.control)
  AND NOT EXISTS (SELECT 1 FROM control_evidence l WHERE l.control_id = s.control)
