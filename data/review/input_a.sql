-- Input a (9.3.2): what became of the actions of earlier reviews, counted, then one by
-- one: those that are open, and those that were finished or given up since ?1, the day
-- of the last review; ?2 is this review. A line a row, column text.
WITH mine AS (
  SELECT a.*, r.code AS review_code,
    nullif(replace(', ' || a.carried_through || ',', ', ' || (SELECT t.code FROM management_review t WHERE t.id = ?2)
      || ',', ','), ',') AS carried_codes,
    a.status IN ('done', 'verified') AS finished
  FROM action_view a JOIN management_review r ON r.id = a.review
  WHERE a.archived = 0 AND a.review <> ?2
    AND (a.status NOT IN ('done', 'verified', 'cancelled')
      OR ifnull(a.done_on, substr(a.changed_at, 1, 10)) >= ?1)
)
SELECT text FROM (
  SELECT 1 AS n, 0 AS late, '' AS due, 0 AS id,
    count(*) || CASE count(*) WHEN 1 THEN ' action' ELSE ' actions' END || ' of earlier reviews: '
    || sum(finished) || ' done, ' || sum(status = 'cancelled') || ' cancelled, '
    || sum(NOT finished AND status <> 'cancelled') || ' open, of them ' || sum(overdue) || ' overdue' AS text
  FROM mine HAVING count(*) > 0
  UNION ALL
  SELECT 2, -overdue, ifnull(due, '9'), id,
    code || ' ' || title || ': ' || status
    || ifnull(', ' || (SELECT p.title FROM person p WHERE p.id = owner), ', no owner')
    || ifnull(', due ' || due, '')
    || CASE WHEN finished THEN ifnull(', done on ' || done_on, '') ELSE '' END
    || CASE WHEN overdue THEN ', OVERDUE' ELSE '' END
    || ' (' || review_code || ifnull(', carried over to ' || substr(carried_codes, 3, length(carried_codes) - 3), '') || ')'
  FROM mine
  UNION ALL
  SELECT 3, 0, ifnull(d.due, '9'), d.id,
    d.code || ' ' || d.title || ': decided, not carried out, no action'
    || ifnull(', due ' || d.due, '') || CASE WHEN d.overdue THEN ', OVERDUE' ELSE '' END || ' (' || r.code || ')'
  FROM decision_view d JOIN management_review r ON d.object = 'management_review/' || lower(hex(r.uid))
  WHERE d.archived = 0 AND d.status = 'decided' AND d.actions = 0 AND r.id <> ?2 AND r.archived = 0)
ORDER BY n, late, due, id
