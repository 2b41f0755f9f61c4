-- id: audit-clause-missed
-- clause: 9.2
-- severity: error
-- kind: clause
-- field: last_audited
-- what: A clause was not audited within three years, and no audit of it is planned
-- auditor: The internal audits have to cover the whole standard. Who looked at this clause, and
--   when?
-- mend: Audit it; before certification every clause has to be audited once.
SELECT id, title || ifnull(': last on ' || last_audited, ': never') AS text
FROM clause_view c
WHERE archived = 0 AND ifnull(months_after(last_audited, 36) < today(), 1)
  AND NOT EXISTS (SELECT 1 FROM audit a JOIN audit_clauses l ON l.audit_id = a.id
    WHERE l.ref_id = c.id AND a.archived = 0 AND a.status IN ('planned', 'announced', 'in progress')
      AND ifnull(months_after(a.start, 1) >= today(), 1))
