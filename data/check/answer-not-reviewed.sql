-- id: answer-not-reviewed
-- clause: 4.2
-- severity: hint
-- kind: answer
-- field: next_review
-- what: A prepared answer was to be looked at again
-- auditor: Is it still true what you tell others?
-- mend: Read it and set the next day.
SELECT id, title || ': due on ' || next_review AS text FROM answer_view
WHERE archived = 0 AND overdue = 1
