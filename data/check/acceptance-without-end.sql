-- id: acceptance-without-end
-- clause: 6.1.3
-- severity: warning
-- kind: risk_acceptance
-- field: expires
-- what: An acceptance has no day, or no end
-- auditor: When was it accepted, and when is the decision looked at again?
-- mend: Enter the day of the acceptance and the day it expires.
SELECT a.id, r.code || ' ' || r.title ||
  CASE WHEN a.accepted_on IS NULL THEN ': no day' ELSE ': no end' END AS text
FROM risk_acceptance a JOIN risk r ON r.id = a.risk
WHERE a.archived = 0 AND a.status = 'accepted' AND (a.accepted_on IS NULL OR a.expires IS NULL)
