-- id: audit-late
-- clause: 9.2
-- severity: warning
-- kind: audit
-- field: start
-- what: A planned audit did not begin
-- auditor: Why not, and when does it?
-- mend: Begin it, or postpone it with a reason.
SELECT id, title || ': planned for ' || start AS text FROM audit_view
WHERE archived = 0 AND overdue = 1 AND ifnull(months_after(finish, 1) >= today(), 1)
