-- How a control acts on a risk is called by both; it counts today where the control is
-- implemented or operates (6.1.3).
SELECT x.id,
  (SELECT r.code || ' ' || r.title FROM risk r WHERE r.id = x.risk) || ': ' ||
  (SELECT c.code FROM control c WHERE c.id = x.control) AS title,
  EXISTS (SELECT 1 FROM control c WHERE c.id = x.control AND c.archived = 0
    AND (c.status = 'implemented' OR c.status = 'operating')) AS works
FROM risk_control x
