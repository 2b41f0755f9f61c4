-- id: edition-2013-unmapped
-- clause: 6.1.3
-- severity: warning
-- kind: framework_requirement
-- field: mappings
-- what: A control of the edition of 2013 is mapped to none of 2022
-- auditor: Which control of today does its work?
-- mend: Map it to a control, or say that it has gone.
SELECT q.id, q.number || ' ' || q.title AS text
FROM framework_requirement_view q JOIN framework f ON f.id = q.framework
WHERE q.archived = 0 AND f.archived = 0 AND q.mappings = 0
  AND f.title LIKE '%27001%' AND ifnull(f.version, f.title) LIKE '%2013%'
