-- How many controls rest on a piece of evidence, and whether it has run out.
SELECT e.id,
  (SELECT count(*) FROM control_evidence l JOIN control c ON c.id = l.control_id
    WHERE l.ref_id = e.id AND c.archived = 0) AS controls,
  ifnull(e.valid_to < today(), 0) AS overdue
FROM evidence e
