-- id: soa-implemented-without-how
-- clause: 6.1.3
-- severity: error
-- kind: soa_entry
-- field: how
-- what: A control counts as implemented, but nothing says how
-- auditor: How is it done here? Show me.
-- mend: Describe in a sentence or two how it is done.
SELECT s.id, s.title AS text FROM soa_entry_view s JOIN control c ON c.id = s.control
WHERE s.archived = 0 AND s.applicable = 'yes' AND s.implementation = 'implemented'
  AND ifnull(trim(s.how), '') = '' AND ifnull(trim(c.how), '') = ''
