-- id: soa-implemented-but-ineffective
-- clause: 6.1.3
-- severity: error
-- kind: soa_entry
-- field: implementation
-- what: A control counts as implemented, but was found ineffective
-- auditor: You tell others that it is in place, and know that it does not work.
-- mend: Correct the statement, mend the control, and assess it again.
SELECT s.id, s.title || ': assessed on ' || c.last_checked AS text
FROM soa_entry_view s JOIN control_view c ON c.id = s.control
WHERE s.archived = 0 AND s.applicable = 'yes' AND s.implementation = 'implemented'
  AND c.effect = 'ineffective'
