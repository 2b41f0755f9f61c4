-- id: action-held-without-reason
-- clause: 8.3
-- severity: warning
-- kind: action
-- field: reason
-- what: An action is on hold without a reason
-- auditor: Why, and until when?
-- mend: Give the reason, or take it up again.
SELECT id, title AS text FROM action
WHERE archived = 0 AND status = 'on hold' AND ifnull(trim(reason), '') = ''
