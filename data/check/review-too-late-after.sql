-- id: review-too-late-after
-- clause: 9.3
-- severity: hint
-- kind: management_review
-- field: planned
-- what: A management review comes more than a year after the one before
-- auditor: You decided on planned intervals. Why is this one longer?
-- mend: Move the review forward, or say why a longer interval is enough.
SELECT m.id, m.title || ': after ' || max(o.held_on) AS text
FROM management_review m
JOIN management_review o ON o.archived = 0 AND o.held_on < ifnull(m.held_on, m.planned)
WHERE m.archived = 0 AND m.status IN ('planned', 'prepared')
GROUP BY m.id HAVING max(o.held_on) < date(ifnull(m.held_on, m.planned), '-1 year')
