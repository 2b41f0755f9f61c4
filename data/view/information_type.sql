-- Where a type of information is handled, and where it goes.
SELECT t.id,
  (SELECT count(*) FROM process_information_types l JOIN process p ON p.id = l.process_id
    WHERE l.ref_id = t.id AND p.archived = 0) AS processes,
  (SELECT count(*) FROM info_flow_information_types l JOIN info_flow f ON f.id = l.info_flow_id
    WHERE l.ref_id = t.id AND f.archived = 0) AS flows
FROM information_type t
