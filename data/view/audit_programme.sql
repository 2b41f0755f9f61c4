-- What the audits of a programme cover (9.2.1, 9.2.2): of the clauses, and of the controls
-- that the Statement of Applicability takes in, in whole per cent rounded down. Its audits
-- are those that name it, and internal ones in its period that name none. An audit covers
-- what it lists and what its steps are about, but not what a step says was not audited;
-- planned counts all but the postponed and the
-- cancelled ones, covered those that are reported.
WITH mine AS (
  SELECT p.id AS programme, a.id AS audit, a.status = 'reported' OR a.status = 'closed' AS held
  FROM audit_programme p JOIN audit a ON a.programme = p.id
    OR (a.programme IS NULL AND a.audit_kind = 'internal' AND a.start BETWEEN p.from_date AND p.to_date)
  WHERE a.archived = 0 AND a.status <> 'cancelled' AND a.status <> 'postponed'
), asked AS (
  SELECT m.programme, m.held, l.ref_id AS clause, NULL AS control
    FROM mine m JOIN audit_clauses l ON l.audit_id = m.audit
    WHERE NOT EXISTS (SELECT 1 FROM audit_step s WHERE s.audit = m.audit AND s.clause = l.ref_id
      AND s.archived = 0 AND s.result = 'not audited')
  UNION ALL SELECT m.programme, m.held, NULL, l.ref_id
    FROM mine m JOIN audit_controls l ON l.audit_id = m.audit
    WHERE NOT EXISTS (SELECT 1 FROM audit_step s WHERE s.audit = m.audit AND s.control = l.ref_id
      AND s.archived = 0 AND s.result = 'not audited')
  UNION ALL SELECT m.programme, m.held, s.clause, s.control
    FROM mine m JOIN audit_step s ON s.audit = m.audit AND s.audit IS NOT NULL
    WHERE s.archived = 0 AND s.result <> 'not audited'
), taken_in AS (
  SELECT c.id, c.code, e.id AS entry FROM soa_entry e JOIN control c ON c.id = e.control
  WHERE e.applicable = 'yes' AND e.archived = 0 AND c.archived = 0
)
SELECT p.id,
  (SELECT count(*) FROM mine m WHERE m.programme = p.id) AS audits,
  (SELECT count(*) FROM mine m WHERE m.programme = p.id AND m.held) AS audits_held,
  (SELECT 100 * count(*) / (SELECT count(*) FROM clause x WHERE x.archived = 0) FROM clause c
    WHERE c.archived = 0 AND c.id IN (SELECT k.clause FROM asked k WHERE k.programme = p.id)) AS clauses_planned,
  (SELECT 100 * count(*) / (SELECT count(*) FROM clause x WHERE x.archived = 0) FROM clause c
    WHERE c.archived = 0 AND c.id IN (SELECT k.clause FROM asked k WHERE k.programme = p.id AND k.held)) AS clauses_covered,
  (SELECT 100 * count(*) / (SELECT count(*) FROM taken_in) FROM taken_in c
    WHERE c.id IN (SELECT k.control FROM asked k WHERE k.programme = p.id)) AS controls_planned,
  (SELECT 100 * count(*) / (SELECT count(*) FROM taken_in) FROM taken_in c
    WHERE c.id IN (SELECT k.control FROM asked k WHERE k.programme = p.id AND k.held)) AS controls_covered,
  (SELECT group_concat(x.code, ', ') FROM (SELECT c.code FROM clause c WHERE c.archived = 0
    AND NOT EXISTS (SELECT 1 FROM asked k WHERE k.programme = p.id AND k.clause = c.id)
    ORDER BY c.id) x) AS clauses_missing,
  (SELECT group_concat(x.code, ', ') FROM (SELECT c.code FROM taken_in c
    WHERE NOT EXISTS (SELECT 1 FROM asked k WHERE k.programme = p.id AND k.control = c.id)
    ORDER BY c.entry) x) AS controls_missing,
  p.status <> 'closed' AND p.to_date < today() AS overdue
FROM audit_programme p
