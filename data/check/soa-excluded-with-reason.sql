-- id: soa-excluded-with-reason
-- clause: 6.1.3
-- severity: error
-- kind: soa_entry
-- field: reasons
-- what: A control is excluded, though reasons for it are given
-- auditor: You list reasons for this control and leave it out. Which is right?
-- mend: Make it applicable, or take the reasons away.
SELECT id, title || ': ' || reasons AS text FROM soa_entry_view
WHERE archived = 0 AND applicable = 'no' AND ifnull(reasons, '') <> ''
