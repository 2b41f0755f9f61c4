-- How far a law is met: the worst of the requirements that are taken from it. Those
-- that are left out of the ISMS are met by others and do not count; one that is
-- not assessed hides how good the rest is, but not how bad (A.5.31).
SELECT l.id,
  CASE
    WHEN EXISTS (SELECT 1 FROM requirement q WHERE q.legal = l.id AND q.archived = 0
      AND q.in_isms <> 'no' AND q.compliance = 'not met') THEN 'not met'
    WHEN EXISTS (SELECT 1 FROM requirement q WHERE q.legal = l.id AND q.archived = 0
      AND q.in_isms <> 'no' AND q.compliance = 'partly') THEN 'partly'
    WHEN EXISTS (SELECT 1 FROM requirement q WHERE q.legal = l.id AND q.archived = 0
      AND q.in_isms <> 'no' AND q.compliance = 'not assessed') THEN 'not assessed'
    WHEN EXISTS (SELECT 1 FROM requirement q WHERE q.legal = l.id AND q.archived = 0
      AND q.in_isms <> 'no') THEN 'met'
    ELSE 'not assessed' END AS compliance,
  (SELECT count(*) FROM requirement q WHERE q.legal = l.id AND q.archived = 0) AS requirements,
  ifnull(l.next_review < today(), 0) AND ifnull(l.valid_to >= today(), 1) AS overdue
FROM legal_requirement l
