-- id: soa-excluded-but-required
-- clause: 6.1.3
-- severity: error
-- kind: soa_entry
-- field: requirements
-- what: A control is excluded, though a requirement is met by it
-- auditor: You tell this party that you meet its requirement by a control that you declare not
--   applicable.
-- mend: Make it applicable, or meet the requirement otherwise.
SELECT DISTINCT s.id, s.title || ': ' || q.code || ' ' || q.title AS text
FROM soa_entry_view s
JOIN requirement_controls l ON l.ref_id = s.control
JOIN requirement q ON q.id = l.requirement_id
WHERE s.archived = 0 AND s.applicable = 'no' AND q.archived = 0 AND q.in_isms = 'yes'
