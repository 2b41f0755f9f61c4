-- An action is overdue when it is not finished though its day has passed. carried_to is the
-- review that asks for it now; those that took it over before are known to the history,
-- without what was undone.
SELECT a.id,
  ifnull(a.due < today(), 0) AND a.status <> 'done' AND a.status <> 'verified'
    AND a.status <> 'cancelled' AS overdue,
  CASE WHEN a.carried_to IS NOT NULL THEN (SELECT group_concat(code, ', ') FROM (
    SELECT r.code, r.id = a.carried_to AS last FROM management_review r
    WHERE r.id = a.carried_to OR EXISTS (SELECT 1 FROM history h JOIN tx t ON t.id = h.tx
      WHERE h.uid = a.uid AND h.field = 'carried_to' AND t.undoes IS NULL
        AND (h.new = lower(hex(r.uid)) OR h.old = lower(hex(r.uid)))
        AND NOT ifnull((SELECT u.mode = 1 FROM tx u WHERE u.undoes = t.id
          ORDER BY u.id DESC LIMIT 1), 0))
    ORDER BY last, ifnull(r.held_on, r.planned), r.id)) END AS carried_through
FROM action a
