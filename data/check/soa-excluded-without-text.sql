-- id: soa-excluded-without-text
-- clause: 6.1.3
-- severity: error
-- kind: soa_entry
-- field: justification
-- what: A control is excluded, but nothing says why
-- auditor: Why can you do without it?
-- mend: Say which risk, law or contract is not there, or what else does its work.
SELECT id, title AS text FROM soa_entry_view
WHERE archived = 0 AND applicable = 'no' AND ifnull(trim(justification), '') = ''
