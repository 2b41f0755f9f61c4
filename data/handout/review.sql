-- title: Minutes of the management review
-- kind: management_review
-- about: A review: who came, inputs a to g, decisions, actions, next one
WITH x AS (
  SELECT v.* FROM management_review_view v
  WHERE v.id = (SELECT y.id FROM management_review y WHERE y.archived = 0 AND (?1 = '' OR y.code = ?1)
    ORDER BY y.held_on IS NULL, ifnull(y.held_on, y.planned) DESC, y.id DESC LIMIT 1)
)
SELECT section, item, label, text FROM (
  SELECT 1 AS a, f.k AS b, x.code || ' ' || x.title AS section, NULL AS item, f.label,
    CASE f.k WHEN 1 THEN ifnull(x.held_on, 'planned for ' || x.planned) WHEN 2 THEN x.place
      WHEN 3 THEN (SELECT p.title FROM person p WHERE p.id = x.chair)
      WHEN 4 THEN (SELECT group_concat(p.title, ', ') FROM management_review_attendees l
        JOIN person p ON p.id = l.ref_id WHERE l.management_review_id = x.id)
      WHEN 5 THEN x.status || ifnull(', approved by ' || (SELECT p.title FROM person p WHERE p.id = x.approved_by), '')
        || ifnull(' on ' || x.approved_on, '') END AS text
  FROM x JOIN (SELECT 1 AS k, 'Day' AS label UNION ALL SELECT 2, 'Place' UNION ALL SELECT 3, 'Chair'
    UNION ALL SELECT 4, 'Attendees' UNION ALL SELECT 5, 'Status') f
  UNION ALL
  SELECT 2, f.k, 'Inputs', f.label, NULL,
    ifnull(CASE f.k WHEN 1 THEN x.input_a WHEN 2 THEN x.input_b WHEN 3 THEN x.input_c WHEN 4 THEN x.input_d_nonconformities
      WHEN 5 THEN x.input_d_monitoring WHEN 6 THEN x.input_d_audits WHEN 7 THEN x.input_d_objectives
      WHEN 8 THEN x.input_e WHEN 9 THEN x.input_f ELSE x.input_g END, 'Missing.')
  FROM x JOIN (SELECT 1 AS k, 'a) Earlier actions' AS label UNION ALL SELECT 2, 'b) Changed issues'
    UNION ALL SELECT 3, 'c) Changed needs of parties' UNION ALL SELECT 4, 'd) Nonconformities and corrective actions'
    UNION ALL SELECT 5, 'd) Measurements' UNION ALL SELECT 6, 'd) Audit results' UNION ALL SELECT 7, 'd) Objectives'
    UNION ALL SELECT 8, 'e) Feedback of parties' UNION ALL SELECT 9, 'f) Risks and treatment plan'
    UNION ALL SELECT 10, 'g) Chances to improve') f
  UNION ALL
  SELECT 3, f.k, 'Results', NULL, f.label,
    CASE f.k WHEN 1 THEN x.conclusion WHEN 2 THEN x.results WHEN 3 THEN x.resources ELSE x.next_review END
  FROM x JOIN (SELECT 1 AS k, 'Conclusion' AS label UNION ALL SELECT 2, 'Decisions' UNION ALL SELECT 3, 'Resources'
    UNION ALL SELECT 4, 'Next review') f
  UNION ALL
  SELECT 4, d.id, 'Decisions', NULL, d.code, d.title || ifnull(': ' || d.wording, '') || ' ('
    || ifnull((SELECT p.title FROM person p WHERE p.id = d.owner), 'nobody') || ', ' || d.status
    || ifnull(', due ' || d.due, '') || ')'
  FROM x JOIN decision d ON d.object = 'management_review/' || lower(hex(x.uid)) WHERE d.archived = 0
  UNION ALL
  SELECT 5, t.id, 'Actions', NULL, t.code, t.title || ' (' || ifnull((SELECT p.title FROM person p WHERE p.id = t.owner), 'nobody')
    || ', ' || t.status || ifnull(', due ' || t.due, '') || ifnull(', carried over to ' || t.carried_through, '') || ')'
  FROM x JOIN action_view t ON t.review = x.id WHERE t.archived = 0
) ORDER BY a, b
