-- id: risk-cover-ended
-- clause: 6.1.3
-- severity: error
-- kind: treatment
-- field: cover_to
-- what: The cover of a shared risk has run out
-- auditor: Is this risk still insured?
-- mend: Renew the cover and enter its end, or treat the risk otherwise.
SELECT t.id, r.code || ' ' || r.title || ': ended on ' || t.cover_to AS text
FROM treatment t JOIN risk r ON r.id = t.risk
WHERE t.archived = 0 AND r.archived = 0 AND r.status <> 'closed' AND t.cover_to < today()
