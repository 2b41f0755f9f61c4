-- What a business case promises, and what came of it. It pays back when what is
-- gained a year, less what it costs a year, has come to what it cost once: in whole
-- months, rounded up; never, where nothing is gained.
SELECT s.id, s.benefits, s.expected, s.observed,
  CASE WHEN s.gain > 0 THEN (12 * s.cost_once + s.gain - 1) / s.gain END AS payback_months
FROM (
  SELECT c.id, c.cost_once, c.benefits, c.expected, c.observed,
    c.expected - ifnull(c.cost_yearly, 0) AS gain
  FROM (
    SELECT b.id, b.cost_once, b.cost_yearly,
      (SELECT count(*) FROM benefit e WHERE e.business_case = b.id AND e.business_case IS NOT NULL AND e.archived = 0) AS benefits,
      (SELECT sum(e.expected_yearly) FROM benefit e
        WHERE e.business_case = b.id AND e.business_case IS NOT NULL AND e.archived = 0) AS expected,
      (SELECT sum(e.observed_yearly) FROM benefit e
        WHERE e.business_case = b.id AND e.business_case IS NOT NULL AND e.archived = 0) AS observed
    FROM business_case b
  ) c
) s
