-- id: risk-untreated
-- clause: 6.1.3
-- severity: error
-- kind: risk
-- field: treatment
-- what: A risk above tolerance is not treated
-- auditor: Your own criteria say that this must be treated. What do you do about it, who, and
--   by when?
-- mend: Choose an option, and add the plan, controls or actions that bring it down.
SELECT id, title || ': level ' || level AS text FROM risk_view r
WHERE archived = 0 AND status <> 'closed' AND risk_kind = 'threat' AND need = 'treat'
  AND (ifnull(treatment, '') = ''
    OR (ifnull(trim(treatment_plan), '') = ''
      AND NOT EXISTS (SELECT 1 FROM treatment t WHERE t.risk = r.id AND t.risk IS NOT NULL AND t.archived = 0)
      AND NOT EXISTS (SELECT 1 FROM action a
        WHERE a.risk = r.id AND a.archived = 0 AND a.status <> 'cancelled')))
