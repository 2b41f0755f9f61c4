-- What the assessments of a supplier come to (A.5.22): the next is due the interval
-- after the last, or when that one runs out where this is sooner. A supplier in use
-- that was never assessed though it has an interval is late at once.
SELECT e.id, e.last_assessed, e.last_result, e.next_assessment, e.assets,
  (e.status = 'approved' OR e.status = 'under watch')
    AND (ifnull(e.next_assessment < today(), 0) OR ifnull(e.contract_to < today(), 0)
      OR (e.last_assessed IS NULL AND e.reassess_interval IS NOT NULL)) AS overdue
FROM (
  SELECT s.id, s.status, s.contract_to, s.reassess_interval, l.result AS last_result,
    l.assessed_on AS last_assessed,
    nullif(min(ifnull(months_after(l.assessed_on, s.reassess_interval), '9999'), ifnull(l.valid_to, '9999')),
      '9999') AS next_assessment,
    s.assets
  FROM (
    SELECT b.id, b.status, b.contract_to, b.reassess_interval,
      (SELECT a.id FROM supplier_assessment a WHERE a.supplier = b.id AND a.supplier IS NOT NULL AND a.archived = 0
        ORDER BY a.assessed_on DESC, a.id DESC LIMIT 1) AS latest,
      (SELECT count(*) FROM asset a WHERE a.supplier = b.id AND a.archived = 0 AND a.status <> 'retired'
        AND a.status <> 'disposed') AS assets
    FROM supplier b
  ) s LEFT JOIN supplier_assessment l ON l.id = s.latest
) e
