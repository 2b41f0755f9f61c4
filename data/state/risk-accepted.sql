-- What keeps risk ?1 from being accepted: its owner, who has not accepted it (6.1.3 f).
-- Of a risk without an owner anybody's acceptance that stands will do.
SELECT ifnull(p.code || ' ' || p.title, 'nobody has') AS text
FROM risk r LEFT JOIN person p ON p.id = r.owner
WHERE r.id = ?1
  AND NOT EXISTS (SELECT 1 FROM risk_acceptance a
    WHERE a.risk = r.id AND a.archived = 0 AND a.status = 'accepted'
      AND a.accepted_by = ifnull(r.owner, a.accepted_by)
      AND ifnull(a.expires >= today(), 1))
