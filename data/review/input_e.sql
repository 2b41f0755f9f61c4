-- Input e (9.3.2): what parties said since ?1: feedback, complaints that became
-- nonconformities, questionnaires of customers.
SELECT text FROM (
  SELECT 1 AS n, i.code || ' ' || i.title || ifnull(' (' || i.origin || ')', '') || ': ' || i.status AS text
  FROM improvement i WHERE i.archived = 0 AND i.improvement_kind = 'feedback'
    AND ifnull(i.proposed_on, substr(i.created_at, 1, 10)) >= ?1
  UNION ALL
  SELECT 2, c.code || ' ' || c.title || ' (complaint): ' || c.status
  FROM nonconformity c WHERE c.archived = 0 AND c.source = 'complaint'
    AND ifnull(c.found_on, substr(c.created_at, 1, 10)) >= ?1
  UNION ALL
  SELECT 3, q.code || ' ' || q.title || ': ' || q.status || ifnull(', ' || q.outcome, '')
  FROM questionnaire q WHERE q.archived = 0 AND ifnull(q.received_on, substr(q.created_at, 1, 10)) >= ?1)
ORDER BY n, text
