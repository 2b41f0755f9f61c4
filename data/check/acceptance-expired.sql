-- id: acceptance-expired
-- clause: 6.1.3
-- severity: error
-- kind: risk_acceptance
-- field: expires
-- what: An acceptance has expired, but still stands
-- auditor: Until when did the owner accept this, and what holds since?
-- mend: Have the owner decide anew, and let the old acceptance expire.
SELECT a.id, r.code || ' ' || r.title || ': expired on ' || a.expires AS text
FROM risk_acceptance a JOIN risk r ON r.id = a.risk
WHERE a.archived = 0 AND a.status = 'accepted' AND a.expires < today() AND r.status <> 'closed'
