-- id: acceptance-not-by-owner
-- clause: 6.1.3
-- severity: warning
-- kind: risk_acceptance
-- field: accepted_by
-- what: A risk was accepted by somebody else than its owner
-- auditor: The standard has the risk owner accept the residual risk. Why did another person?
-- mend: Have the owner accept it, or name as owner the one who may.
SELECT a.id, r.code || ' ' || r.title || ': accepted by ' || ifnull(p.title, 'nobody') ||
  ', owner ' || ifnull(o.title, 'nobody') AS text
FROM risk_acceptance a JOIN risk r ON r.id = a.risk
LEFT JOIN person p ON p.id = a.accepted_by LEFT JOIN person o ON o.id = r.owner
WHERE a.archived = 0 AND a.status = 'accepted' AND r.archived = 0 AND r.status <> 'closed'
  AND a.accepted_by IS NOT r.owner
  AND NOT EXISTS (SELECT 1 FROM assignment s JOIN role x ON x.id = s.role
    WHERE s.person = a.accepted_by AND s.archived = 0 AND x.role_kind = 'top management')
