-- An attendance is called by person and training. It has to be repeated the training's
-- interval after it was done (7.2). What is late is made up by a later one of the same
-- person, and those who have left owe nothing.
SELECT e.id, e.title, e.next_due,
  NOT e.gone AND NOT e.made_up
    AND ifnull(CASE WHEN e.ok THEN e.next_due ELSE ifnull(e.planned, e.done_on) END < today(), 0) AS overdue
FROM (
  SELECT k.id, k.planned, k.done_on,
    ifnull(k.result = 'passed' OR k.result = 'attended', 0) AS ok,
    (SELECT p.title FROM person p WHERE p.id = k.person) || ': ' ||
    (SELECT t.title FROM training t WHERE t.id = k.training) AS title,
    CASE WHEN k.result = 'passed' OR k.result = 'attended' THEN
      months_after(k.done_on, (SELECT t.interval FROM training t WHERE t.id = k.training)) END AS next_due,
    EXISTS (SELECT 1 FROM person p WHERE p.id = k.person AND p.left_on < today()) AS gone,
    EXISTS (SELECT 1 FROM attendance o WHERE o.training = k.training AND o.training IS NOT NULL AND o.person = k.person AND o.id <> k.id
      AND o.archived = 0 AND coalesce(o.done_on, o.planned) > coalesce(k.done_on, k.planned)) AS made_up
  FROM attendance k
) e
