-- id: acceptance-too-low
-- clause: 6.1.3
-- severity: error
-- kind: risk_acceptance
-- field: level
-- what: An acceptance covers less than the level of the risk
-- auditor: The owner accepted a lower risk than the one you have.
-- mend: Have the owner accept the risk as it is now, or bring it down.
SELECT a.id, r.code || ' ' || r.title || ': accepted at ' || a.level || ', now ' || r.level AS text
FROM risk_acceptance a JOIN risk_view r ON r.id = a.risk
WHERE a.archived = 0 AND a.status = 'accepted' AND r.archived = 0
  AND CASE r.status WHEN 'accepted' THEN r.level WHEN 'closed' THEN NULL
    ELSE r.residual_level END > a.level
