-- Input d 1 (9.3.2): nonconformities since ?1, against the time between the two reviews
-- before it, and by name those that are open.
WITH before AS (
  SELECT ifnull((SELECT max(held_on) FROM management_review WHERE archived = 0 AND id <> ?2 AND held_on < ?1),
    '0001-01-01') AS day
), c AS (
  SELECT n.*, ifnull(n.found_on, substr(n.created_at, 1, 10)) AS found,
    ifnull(n.closed_on, ifnull(n.effect_checked_on, substr(n.changed_at, 1, 10))) AS closed
  FROM nonconformity_view n WHERE n.archived = 0
)
SELECT text FROM (
  SELECT 1 AS n, '' AS k, ifnull(sum(found >= ?1), 0) || ' found'
    || CASE WHEN ?1 = '0001-01-01' THEN '' ELSE ' (' || ifnull(sum(found >= (SELECT day FROM before) AND found < ?1), 0)
      || ' in the time before)' END
    || ', ' || ifnull(sum(status = 'closed' AND closed >= ?1), 0) || ' closed, ' || ifnull(sum(status <> 'closed'), 0)
    || ' open, of them ' || ifnull(sum(overdue), 0) || ' overdue; '
    || ifnull(sum(found >= ?1 AND repeat_of IS NOT NULL), 0) || ' came again, '
    || ifnull(sum(effect = 'not effective' AND (status <> 'closed' OR closed >= ?1)), 0) || ' with an action that did not work' AS text
  FROM c
  UNION ALL
  SELECT 2, code, code || ' ' || title || ' (' || ifnull(grade, 'no grade') || '): ' || status
    || ifnull(', due ' || due, '') || CASE WHEN overdue THEN ', OVERDUE' ELSE '' END
    || CASE WHEN repeat_of IS NOT NULL THEN ', came again' ELSE '' END
    || CASE WHEN effect = 'not effective' THEN ', action did not work' ELSE '' END
  FROM c WHERE status <> 'closed')
ORDER BY n, k
