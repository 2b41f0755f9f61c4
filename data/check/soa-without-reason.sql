-- id: soa-without-reason
-- clause: 6.1.3
-- severity: error
-- kind: soa_entry
-- field: reasons
-- what: A control applies, but nothing says why
-- auditor: Why did you choose this control: for a risk, a law, a contract?
-- mend: Choose the reasons; a text helps where they do not say enough.
SELECT id, title AS text FROM soa_entry_view
WHERE archived = 0 AND applicable = 'yes'
  AND ifnull(reasons, '') = '' AND ifnull(trim(justification), '') = ''
