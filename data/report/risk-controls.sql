-- Controls that the threats and vulnerabilities of risk ?1 suggest and that do not treat
-- it yet: those that most of them ask for come first. A suggestion, never an obligation.
SELECT c.id, c.code, c.title, count(*) AS asked, group_concat(x.code, ', ') AS by, c.status
FROM (
  SELECT s.ref_id AS control, t.code FROM risk_threats l
    JOIN threat t ON t.id = l.ref_id JOIN threat_suggested_controls s ON s.threat_id = t.id
  WHERE l.risk_id = ?1
  UNION ALL
  SELECT s.ref_id, v.code FROM risk_vulnerabilities l
    JOIN vulnerability v ON v.id = l.ref_id
    JOIN vulnerability_suggested_controls s ON s.vulnerability_id = v.id
  WHERE l.risk_id = ?1
) x JOIN control c ON c.id = x.control
WHERE c.archived = 0 AND c.status <> 'retired'
  AND NOT EXISTS (SELECT 1 FROM risk_controls k WHERE k.risk_id = ?1 AND k.ref_id = c.id)
GROUP BY c.id
ORDER BY asked DESC, c.id
