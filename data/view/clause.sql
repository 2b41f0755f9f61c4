-- When a clause was last audited, by an audit that is reported (9.2.1), and what is open
-- against it. An audit that lists it and says in a step that it was not audited does not
-- count.
SELECT c.id,
  (SELECT max(coalesce(a.finish, a.start)) FROM audit a WHERE a.archived = 0
    AND (a.status = 'reported' OR a.status = 'closed')
    AND (EXISTS (SELECT 1 FROM audit_clauses l WHERE l.audit_id = a.id AND l.ref_id = c.id
        AND NOT EXISTS (SELECT 1 FROM audit_step s WHERE s.audit = a.id AND s.audit IS NOT NULL AND s.clause = c.id
          AND s.archived = 0 AND s.result = 'not audited'))
      OR EXISTS (SELECT 1 FROM audit_step s WHERE s.audit = a.id AND s.audit IS NOT NULL AND s.clause = c.id
        AND s.archived = 0 AND s.result <> 'not audited'))) AS last_audited,
  (SELECT count(*) FROM finding f WHERE f.clause = c.id AND f.archived = 0
    AND f.grade <> 'conformity' AND f.status <> 'closed') AS open_findings
FROM clause c
