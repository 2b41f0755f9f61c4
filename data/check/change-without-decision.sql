-- id: change-without-decision
-- clause: 6.3
-- severity: error
-- kind: change
-- field: decided_by
-- what: A change was carried out that nobody has approved
-- auditor: Who decided on it?
-- mend: Enter who approved it and when; have changes approved before they are done.
SELECT id, title AS text FROM change
WHERE archived = 0 AND status IN ('in work', 'done', 'reviewed')
  AND (decided_by IS NULL OR decided_on IS NULL)
