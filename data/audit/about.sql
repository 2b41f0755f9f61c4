-- What an auditor wants to see of audit step ?1 besides the step itself: a row each, what
-- it is (asks, how, soa, state, ask, usual; src/tui/audit_view.c words them) and the text. What the
-- step says is to be asked for stands before what the catalogue says.
WITH s AS (
  SELECT t.id, t.ask, t.clause, t.control, t.requirement FROM audit_step t WHERE t.id = ?1
)
SELECT what, text FROM (
  SELECT 1 AS n, 'asks' AS what, c.description AS text FROM s JOIN clause c ON c.id = s.clause
  UNION ALL SELECT 1, 'asks', q.wording FROM s JOIN framework_requirement q ON q.id = s.requirement
  UNION ALL SELECT 2, 'how', c.how FROM s JOIN clause c ON c.id = s.clause
  UNION ALL SELECT 3, 'soa', e.how FROM s JOIN soa_entry e ON e.control = s.control AND e.archived = 0
  UNION ALL SELECT 2, 'how', c.how FROM s JOIN control c ON c.id = s.control
  UNION ALL SELECT 4, 'state', e.implementation || ifnull(', gap: ' || nullif(trim(e.gap), ''), '')
    FROM s JOIN soa_entry e ON e.control = s.control AND e.archived = 0
  UNION ALL SELECT 5, 'ask', ifnull(nullif(trim(s.ask), ''), c.evidence_asked_for) FROM s LEFT JOIN clause c ON c.id = s.clause
  UNION ALL SELECT 6, 'usual', c.common_findings FROM s JOIN clause c ON c.id = s.clause)
WHERE nullif(trim(text), '') IS NOT NULL
ORDER BY n
