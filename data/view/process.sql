-- How a process hangs together with the others (4.4), what describes it (7.5), and
-- whether it is to be looked at again.
SELECT p.id,
  (SELECT count(*) FROM process_link k WHERE k.archived = 0
    AND (k.from_process = p.id OR k.to_process = p.id)) AS links,
  (SELECT count(*) FROM document_processes l JOIN document d ON d.id = l.document_id
    WHERE l.ref_id = p.id AND d.archived = 0) AS documents,
  ifnull(p.next_review < today(), 0) AS overdue
FROM process p
