-- Input e (9.3.2): what parties said since ?1: feedback, complaints that became
-- nonconformities, questionnaires and audits of customers, incidents that others told us
-- of, and what went out to them.
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
  FROM questionnaire q WHERE q.archived = 0 AND ifnull(q.received_on, substr(q.created_at, 1, 10)) >= ?1
  UNION ALL
  SELECT 4, a.code || ' ' || a.title || ' (audit by a customer): ' || a.status || ', ' || a.open_findings || ' findings open'
  FROM audit_view a WHERE a.archived = 0 AND a.audit_kind = 'customer' AND a.status <> 'cancelled'
    AND ifnull(a.finish, ifnull(a.start, substr(a.changed_at, 1, 10))) >= ?1
  UNION ALL
  SELECT 5, i.code || ' ' || i.title || ' (reported from outside by ' || p.title || '): ' || i.status
  FROM incident i JOIN person p ON p.id = i.reported_by
  WHERE i.archived = 0 AND p.person_kind IN ('supplier staff', 'contractor')
    AND substr(ifnull(i.reported, i.created_at), 1, 10) >= ?1
  UNION ALL
  SELECT 6, k.code || ' ' || k.title || ifnull(' to ' || k.audience, '') || ': told on ' || k.done_on
  FROM communication k WHERE k.archived = 0 AND k.direction = 'external' AND k.done_on >= ?1)
ORDER BY n, text
