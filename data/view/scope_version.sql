-- The scope statement that stands today (4.3).
SELECT s.id,
  s.status = 'approved' AND ifnull(s.valid_from <= today(), 1)
    AND ifnull(s.valid_to >= today(), 1) AS in_force,
  s.status = 'approved' AND ifnull(s.next_review < today(), 0) AS overdue
FROM scope_version s
