-- id: legal-not-met
-- clause: A.5.31
-- severity: error
-- kind: requirement
-- field: compliance
-- what: A legal requirement is not met
-- auditor: You know that you do not comply. What do you do, and by when?
-- mend: Make an action of it, and assess it anew when it is done.
SELECT id, title AS text FROM requirement
WHERE archived = 0 AND in_isms = 'yes' AND compliance = 'not met'
  AND req_kind IN ('legal', 'regulatory')
