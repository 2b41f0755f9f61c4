-- What keeps risk ?1 from being accepted: its owner, who has not accepted it (6.1.3 f).
-- Of a risk without an owner anybody's acceptance that stands will do. A risk that is
-- not in the file yet nobody has accepted.
SELECT ifnull((SELECT p.code || ' ' || p.title FROM risk r JOIN person p ON p.id = r.owner
  WHERE r.id = ?1), 'nobody has') AS text
WHERE NOT EXISTS (SELECT 1 FROM risk_acceptance a JOIN risk r ON r.id = a.risk
  WHERE a.risk = ?1 AND a.risk IS NOT NULL AND a.archived = 0 AND a.status = 'accepted'
    AND a.accepted_by = ifnull(r.owner, a.accepted_by)
    AND ifnull(a.expires >= today(), 1))
