-- Where an answer of the library is used, and whether it is still looked after.
SELECT a.id,
  (SELECT count(*) FROM question q WHERE q.library = a.id AND q.archived = 0) AS used,
  a.status = 'approved' AND ifnull(a.next_review < today(), 0) AS overdue
FROM answer a
