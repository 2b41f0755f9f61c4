-- id: risk-share-without-partner
-- clause: 6.1.3
-- severity: error
-- kind: treatment
-- field: partner
-- what: A risk is shared with nobody
-- auditor: With whom do you share it, by which contract, and how far?
-- mend: Name the partner or the insurance, and what it covers.
SELECT t.id, r.code || ' ' || r.title AS text
FROM treatment t JOIN risk r ON r.id = t.risk
WHERE t.archived = 0 AND r.archived = 0 AND r.status <> 'closed' AND t.option = 'share'
  AND ifnull(trim(t.partner), '') = '' AND t.supplier IS NULL
