-- Input f (9.3.2): risks by level, now and as the copy of the last review (?2 is this
-- one) has them, those above tolerance by name, acceptances that run out, and where the
-- treatment plan stands. ?1 is the day of the last review.
WITH RECURSIVE rest(line, text) AS (
  SELECT NULL, (SELECT input_f FROM management_review WHERE archived = 0 AND id <> ?2 AND held_on = ?1
    AND status IN ('held', 'minutes approved', 'closed') ORDER BY id DESC LIMIT 1) || char(10)
  UNION ALL
  SELECT substr(text, 1, instr(text, char(10)) - 1), substr(text, instr(text, char(10)) + 1)
  FROM rest WHERE text <> ''
), level AS (
  SELECT r.level, count(*) AS times, 'risks of level ' || ifnull((SELECT c.title FROM risk_criterion c
    WHERE c.method = (SELECT method FROM organisation) AND c.scale = 'level' AND c.value = r.level AND c.archived = 0), r.level) AS what
  FROM risk_view r WHERE r.archived = 0 AND r.status <> 'closed' AND r.level IS NOT NULL GROUP BY r.level
)
SELECT text FROM (
  SELECT 1 AS n, 5 - v.level AS k, v.times || ' ' || v.what
    || ifnull((SELECT ' (' || CAST(b.line AS INTEGER) || ' at the last review)' FROM rest b
      WHERE substr(b.line, instr(b.line, ' ') + 1) = v.what
        OR substr(b.line, instr(b.line, ' ') + 1) LIKE v.what || ' (%' LIMIT 1), '') AS text
  FROM level v
  UNION ALL
  SELECT 2, r.code, r.code || ' ' || r.title || ' must be treated: ' || r.status
    || ifnull(', due ' || r.due, '') || CASE WHEN r.overdue THEN ', OVERDUE' ELSE '' END
  FROM risk_view r WHERE r.archived = 0 AND r.status <> 'closed' AND r.need = 'treat'
  UNION ALL
  SELECT 3, x.expires, x.code || ' acceptance of ' || ifnull((SELECT r.code FROM risk r WHERE r.id = x.risk), x.title)
    || CASE WHEN x.expires < today() THEN ' ran out on ' ELSE ' runs out on ' END || x.expires
  FROM risk_acceptance x WHERE x.archived = 0 AND x.status = 'accepted' AND x.expires < months_after(today(), 6)
  UNION ALL
  SELECT 4, 0, 'Treatment plan: ' || count(*) || ' actions, ' || ifnull(sum(a.status IN ('done', 'verified')), 0) || ' finished, '
    || ifnull(sum(a.overdue), 0) || ' overdue'
  FROM action_view a WHERE a.archived = 0 AND a.source = 'risk treatment' AND a.status <> 'cancelled'
  UNION ALL
  SELECT 5, x.code, x.code || ' risk assessment: ' || x.title || ', ' || x.status
  FROM risk_assessment x WHERE x.archived = 0 AND substr(x.changed_at, 1, 10) >= ?1)
ORDER BY n, k
