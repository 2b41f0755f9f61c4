-- id: nonconformity-effect-of-before
-- clause: 10.2
-- severity: warning
-- kind: nonconformity
-- field: effect_checked_on
-- what: The effect that stands at a nonconformity is that of the action before
-- auditor: That was the first action. When was the second done, and did it work?
-- mend: Enter the day the new action was done, and the day its effect was checked.
SELECT id, title || ': ' || status || ', done ' || ifnull(done_on, '?') || ', effect checked '
  || effect_checked_on AS text
FROM nonconformity
WHERE archived = 0 AND effect_checked_on IS NOT NULL AND CASE
    WHEN status IN ('effect checked', 'closed') THEN effect_checked_on < done_on
    WHEN status = 'action done' THEN effect_checked_on >= done_on
    ELSE effect = 'effective' END
