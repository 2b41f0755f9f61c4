-- id: concern-unanswered
-- clause: 5.1
-- severity: hint
-- kind: concern
-- field: answer
-- what: A concern about the ISMS has waited for an answer for more than a month
-- auditor: How do you take the people along who have doubts?
-- mend: Answer it, and enter who answered and when.
SELECT id, title || ifnull(', raised on ' || raised_on, '') AS text FROM concern
WHERE archived = 0 AND status = 'open'
  AND (months_after(raised_on, 1) < today() OR due < today())
