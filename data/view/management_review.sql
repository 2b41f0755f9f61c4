-- Whether a review has all its inputs (9.3.2), and what came of it (9.3.3). What it has
-- taken over counts still when a later one took it over again: the history knows it
-- (data/view/action.sql names them).
SELECT m.id,
  nullif(substr(
    CASE WHEN trim(ifnull(m.input_a, '')) = '' THEN ', a' ELSE '' END ||
    CASE WHEN trim(ifnull(m.input_b, '')) = '' THEN ', b' ELSE '' END ||
    CASE WHEN trim(ifnull(m.input_c, '')) = '' THEN ', c' ELSE '' END ||
    CASE WHEN trim(ifnull(m.input_d_nonconformities, '')) = '' THEN ', d nonconformities' ELSE '' END ||
    CASE WHEN trim(ifnull(m.input_d_monitoring, '')) = '' THEN ', d monitoring' ELSE '' END ||
    CASE WHEN trim(ifnull(m.input_d_audits, '')) = '' THEN ', d audits' ELSE '' END ||
    CASE WHEN trim(ifnull(m.input_d_objectives, '')) = '' THEN ', d objectives' ELSE '' END ||
    CASE WHEN trim(ifnull(m.input_e, '')) = '' THEN ', e' ELSE '' END ||
    CASE WHEN trim(ifnull(m.input_f, '')) = '' THEN ', f' ELSE '' END ||
    CASE WHEN trim(ifnull(m.input_g, '')) = '' THEN ', g' ELSE '' END, 3), '') AS inputs_missing,
  (SELECT count(*) FROM decision d WHERE d.archived = 0
    AND d.object = 'management_review/' || lower(hex(m.uid))) AS decisions,
  (SELECT count(*) FROM action a WHERE a.review = m.id AND a.archived = 0
    AND a.status <> 'cancelled') AS actions,
  (SELECT count(*) FROM action a WHERE a.review = m.id AND a.archived = 0
    AND a.status <> 'done' AND a.status <> 'verified' AND a.status <> 'cancelled') AS open_actions,
  (SELECT count(*) FROM action a WHERE a.review = m.id AND a.archived = 0
    AND a.carried_to IS NOT NULL AND a.status <> 'cancelled') AS carried,
  (SELECT count(*) FROM action a WHERE a.carried_to IS NOT NULL AND a.archived = 0
    AND a.status <> 'cancelled' AND (a.carried_to = m.id
      OR EXISTS (SELECT 1 FROM history h JOIN tx t ON t.id = h.tx
        WHERE h.uid = a.uid AND h.field = 'carried_to' AND t.undoes IS NULL
          AND (h.new = lower(hex(m.uid)) OR h.old = lower(hex(m.uid)))
          AND NOT ifnull((SELECT u.mode = 1 FROM tx u WHERE u.undoes = t.id
            ORDER BY u.id DESC LIMIT 1), 0)))) AS taken_over,
  (m.status = 'planned' OR m.status = 'prepared') AND m.planned < today() AS overdue
FROM management_review m
