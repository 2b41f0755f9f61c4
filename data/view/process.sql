-- How a process hangs together with the others (4.4), and whether it is to be looked
-- at again.
SELECT p.id,
  (SELECT count(*) FROM process_link k WHERE k.archived = 0
    AND (k.from_process = p.id OR k.to_process = p.id)) AS links,
  ifnull(p.next_review < today(), 0) AS overdue
FROM process p
