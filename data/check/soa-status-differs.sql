-- id: soa-status-differs
-- clause: 6.1.3
-- severity: warning
-- kind: soa_entry
-- field: implementation
-- what: The Statement of Applicability and the control tell different things
-- auditor: Here it is implemented, there it is only planned. Which is true?
-- mend: Bring both to what is so.
SELECT s.id, s.title || ': ' || s.implementation || ', the control is ' || c.status AS text
FROM soa_entry_view s JOIN control c ON c.id = s.control
WHERE s.archived = 0 AND s.applicable = 'yes'
  AND ((s.implementation = 'implemented' AND (c.status IN ('in progress', 'retired')
      OR (c.status = 'planned' AND c.owner IS NOT NULL)))
    OR (s.implementation IN ('not started', 'planned') AND c.status IN ('implemented', 'operating')))
