-- id: audit-clause-missed
-- clause: 9.2
-- severity: error
-- kind: clause
-- field: last_audited
-- what: A clause was not audited within three years
-- auditor: The internal audits have to cover the whole standard. Who looked at this clause, and
--   when?
-- mend: Audit it; before certification every clause has to be audited once.
SELECT id, title || ifnull(': last on ' || last_audited, ': never') AS text
FROM clause_view
WHERE archived = 0 AND ifnull(last_audited < date(today(), '-3 years'), 1)
