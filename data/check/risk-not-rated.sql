-- id: risk-not-rated
-- clause: 6.1.2
-- severity: error
-- kind: risk
-- field: inherent_likelihood
-- what: A risk is not rated
-- auditor: How likely is it, and how bad would it be? Without a level you cannot compare it
--   with your criteria.
-- mend: Rate likelihood and impact by the scales of the method.
SELECT id, title AS text FROM risk_view
WHERE archived = 0 AND status <> 'closed' AND level IS NULL
  AND (status <> 'identified' OR ifnull(months_after(identified_on, 1) < today(), 1))
