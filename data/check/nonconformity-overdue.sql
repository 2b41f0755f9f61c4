-- id: nonconformity-overdue
-- clause: 10.2
-- severity: error
-- kind: nonconformity
-- field: due
-- what: The action for a nonconformity, or the check of its effect, is overdue
-- auditor: When is it done?
-- mend: Finish it and check the effect, or decide on a new day.
SELECT id, title || ': ' || CASE status WHEN 'action done' THEN 'effect to be checked by ' || effect_due
  ELSE 'due on ' || due END AS text
FROM nonconformity_view WHERE archived = 0 AND overdue = 1
