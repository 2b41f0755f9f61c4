-- id: requirement-not-met
-- clause: 4.2
-- severity: warning
-- kind: requirement
-- field: gap
-- what: A requirement is not met, and nothing says what is missing
-- auditor: You know that you do not fulfil this. What do you do about it, and by when?
-- mend: Describe the gap and make an action of it, or assess the requirement anew.
SELECT id, title || ': ' || compliance AS text FROM requirement
WHERE archived = 0 AND in_isms = 'yes' AND compliance IN ('not met', 'partly')
  AND ifnull(trim(gap), '') = ''
