-- id: risk-plan-overdue
-- clause: 8.3
-- severity: error
-- kind: risk
-- field: due
-- what: The plan for a risk was to be done by now
-- auditor: Your plan named this day. What holds it up, and who decided that it may take longer?
-- mend: Finish the plan, or agree with the owner on a new day.
SELECT id, title || ': due on ' || due AS text FROM risk
WHERE archived = 0 AND status NOT IN ('treated', 'accepted', 'monitored', 'closed')
  AND due < today()
