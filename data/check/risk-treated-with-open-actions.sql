-- id: risk-treated-with-open-actions
-- clause: 8.3
-- severity: warning
-- kind: risk
-- field: status
-- what: A risk counts as treated, but actions for it are open
-- auditor: Is it treated or not? The residual level holds only when all is done.
-- mend: Finish the actions, or put the risk back into treatment.
SELECT r.id, r.title || ': ' || group_concat(a.code, ', ') AS text
FROM risk r JOIN action a ON a.risk = r.id
WHERE r.archived = 0 AND r.status IN ('treated', 'monitored', 'closed') AND a.archived = 0
  AND a.status IN ('open', 'in progress', 'on hold')
GROUP BY r.id
