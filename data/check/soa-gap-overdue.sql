-- id: soa-gap-overdue
-- clause: 6.1.3
-- severity: warning
-- kind: soa_entry
-- field: target_date
-- what: A control was to be implemented by now
-- auditor: The plan named this day. Where does it stand?
-- mend: Finish it, or set a new day and say why.
SELECT id, title || ': due on ' || target_date AS text FROM soa_entry_view
WHERE archived = 0 AND applicable = 'yes' AND implementation <> 'implemented'
  AND target_date < today()
