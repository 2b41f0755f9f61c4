-- id: risk-treatment-without-action
-- clause: 6.1.3
-- severity: warning
-- kind: risk
-- field: treatment_plan
-- what: A risk is in treatment, but nobody does anything
-- auditor: Who does what, by when, and how far is it?
-- mend: Add the actions of the plan with owner and due date.
SELECT id, title AS text FROM risk r
WHERE archived = 0 AND status = 'in treatment'
  AND NOT EXISTS (SELECT 1 FROM action a
    WHERE a.risk = r.id AND a.archived = 0 AND a.status <> 'cancelled')
