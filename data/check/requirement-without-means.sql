-- id: requirement-without-means
-- clause: 4.2
-- severity: warning
-- kind: requirement
-- field: how
-- what: Nothing says how a requirement is met
-- auditor: You have taken this on. By which control, process or rule do you meet it?
-- mend: Link the controls or processes, or describe in a sentence how it is met.
SELECT id, title AS text FROM requirement q
WHERE archived = 0 AND in_isms = 'yes' AND ifnull(trim(how), '') = ''
  AND NOT EXISTS (SELECT 1 FROM requirement_controls l WHERE l.requirement_id = q.id)
  AND NOT EXISTS (SELECT 1 FROM requirement_processes l WHERE l.requirement_id = q.id)
