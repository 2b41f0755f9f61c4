-- id: risk-neither-treated-nor-accepted
-- clause: 6.1.3
-- severity: error
-- kind: risk
-- field: treatment
-- what: A risk above appetite is neither treated nor accepted
-- auditor: What did you decide about this one?
-- mend: Treat it, or have its owner accept it.
SELECT id, title || ': level ' || level AS text FROM risk_view r
WHERE archived = 0 AND risk_kind = 'threat' AND need = 'approval'
  AND status NOT IN ('identified', 'analysed', 'closed')
  AND ifnull(treatment, '') = '' AND ifnull(trim(treatment_plan), '') = ''
  AND NOT EXISTS (SELECT 1 FROM treatment t WHERE t.risk = r.id AND t.risk IS NOT NULL AND t.archived = 0)
  AND NOT EXISTS (SELECT 1 FROM risk_acceptance a
    WHERE a.risk = r.id AND a.risk IS NOT NULL AND a.archived = 0 AND a.status = 'accepted')
