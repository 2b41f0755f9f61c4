-- id: risk-not-rated-anew
-- clause: 8.3
-- severity: warning
-- kind: risk
-- field: current_likelihood
-- what: Work on a risk was finished, and the risk was not rated anew since
-- auditor: The plan is carried out. What is the risk today?
-- mend: Rate the current likelihood and impact; what the controls take off is suggested.
SELECT r.id, r.title || ': ' || a.code || ' ' || a.title AS text
FROM risk r JOIN action a ON a.risk = r.id
WHERE r.archived = 0 AND r.status <> 'closed' AND a.archived = 0 AND a.status IN ('done', 'verified')
  AND (SELECT max(h.tx) FROM history h
      WHERE h.kind = 'action' AND h.uid = a.uid AND h.op = 'set' AND h.field = 'status' AND h.new = 'done')
    > ifnull((SELECT max(h.tx) FROM history h
      WHERE h.kind = 'risk' AND h.uid = r.uid AND h.field IN ('current_likelihood', 'current_impact',
        'current_impact_c', 'current_impact_i', 'current_impact_a')), 0)
