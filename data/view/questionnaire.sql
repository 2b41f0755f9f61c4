-- How far a questionnaire is answered.
SELECT n.id,
  (SELECT count(*) FROM question q WHERE q.questionnaire = n.id AND q.questionnaire IS NOT NULL AND q.archived = 0) AS questions,
  (SELECT CAST(100 * sum(q.status <> 'open') / count(*) AS INTEGER) FROM question q
    WHERE q.questionnaire = n.id AND q.questionnaire IS NOT NULL AND q.archived = 0) AS answered,
  n.status <> 'sent' AND n.status <> 'declined' AND ifnull(n.due < today(), 0) AS overdue
FROM questionnaire n
