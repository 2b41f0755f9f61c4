-- id: questionnaire-late
-- clause: 4.2
-- severity: warning
-- kind: questionnaire
-- field: due
-- what: A questionnaire of a customer or partner was to be answered by now
-- auditor: They wait for your answer.
-- mend: Answer and send it, or decline it with a reason.
SELECT id, title || ': due on ' || due AS text FROM questionnaire_view
WHERE archived = 0 AND overdue = 1
