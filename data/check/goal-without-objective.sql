-- id: goal-without-objective
-- clause: 6.2
-- severity: hint
-- kind: business_goal
-- what: No objective of information security serves a goal of the organisation
-- auditor: What does information security do for this goal?
-- mend: Link an objective with it, where security can help to reach it.
SELECT g.id, g.title AS text FROM business_goal g
WHERE g.archived = 0 AND g.status = 'open'
  AND NOT EXISTS (SELECT 1 FROM objective_goals l JOIN objective o ON o.id = l.objective_id
    WHERE l.ref_id = g.id AND o.archived = 0 AND o.status <> 'cancelled')
