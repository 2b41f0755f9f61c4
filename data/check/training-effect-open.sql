-- id: training-effect-open
-- clause: 7.2
-- severity: hint
-- kind: attendance
-- field: effect
-- what: Nobody has looked whether a training had effect
-- auditor: How do you know that it helped?
-- mend: Check it by a test, by watching the work or by asking the head, and enter what came
--   out.
SELECT id, title || ': ' || done_on AS text FROM attendance_view
WHERE archived = 0 AND result IN ('passed', 'attended') AND ifnull(effect, 'open') = 'open'
  AND months_after(done_on, 6) < today()
