-- id: action-not-verified
-- clause: 8.3
-- severity: warning
-- kind: action
-- field: status
-- what: An action was done more than a month ago, but nobody has checked its effect
-- auditor: How do you know that it worked?
-- mend: Look at the effect and mark the action as verified, or take it up again.
SELECT id, title || ifnull(': done on ' || done_on, '') AS text FROM action
WHERE archived = 0 AND status = 'done'
  AND months_after(ifnull(done_on, substr(changed_at, 1, 10)), 1) < today()
