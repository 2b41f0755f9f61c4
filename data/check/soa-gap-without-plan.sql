-- id: soa-gap-without-plan
-- clause: 6.1.3
-- severity: warning
-- kind: soa_entry
-- field: target_date
-- what: A control that applies is not implemented, and nobody is to close the gap by a day
-- auditor: Who implements it, and by when?
-- mend: Enter the person and the day.
SELECT id, title || ': ' || implementation AS text FROM soa_entry_view
WHERE archived = 0 AND applicable = 'yes' AND implementation <> 'implemented'
  AND (responsible IS NULL OR target_date IS NULL)
