-- id: control-never-checked
-- clause: 9.1
-- severity: warning
-- kind: control
-- field: next_check
-- what: Nobody has checked an operating control, and nobody plans to
-- auditor: How do you know that it works?
-- mend: Assess it, or set a day for the first check.
SELECT id, title AS text FROM control_view
WHERE archived = 0 AND status = 'operating' AND last_checked IS NULL AND next_check IS NULL
