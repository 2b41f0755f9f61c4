-- id: risk-owner-left
-- clause: 6.1.2
-- severity: error
-- kind: risk
-- field: owner
-- what: The owner of a risk has left
-- auditor: Who answers for this risk today?
-- mend: Name a new owner, and have that person confirm rating, treatment and acceptance.
SELECT r.id, r.title || ': ' || p.title || ' left on ' || p.left_on AS text
FROM risk r JOIN person p ON p.id = r.owner
WHERE r.archived = 0 AND r.status <> 'closed' AND p.left_on < today()
