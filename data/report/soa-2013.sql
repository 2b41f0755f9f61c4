-- The controls of Annex A of 2013 in their sections, with what became of each in 2022 and
-- what the Statement of Applicability says of that. A row a control; the mapped controls
-- and their answers stand in a list.
SELECT q.id, q.code, q.number, q.title, ifnull(q.chapter, ''),
  (SELECT group_concat(t, ', ') FROM (SELECT c.code AS t
    FROM framework_mapping m JOIN control c ON c.id = m.control
    WHERE m.requirement = q.id AND m.archived = 0 ORDER BY c.id)) AS refs,
  (SELECT group_concat(t, ';') FROM (SELECT ifnull(s.applicable, 'undecided') AS t
    FROM framework_mapping m JOIN control c ON c.id = m.control
    LEFT JOIN soa_entry s ON s.control = c.id AND s.archived = 0
    WHERE m.requirement = q.id AND m.archived = 0 ORDER BY c.id)) AS answers,
  (SELECT group_concat(t, ';') FROM (SELECT ifnull(s.implementation, 'not started') AS t
    FROM framework_mapping m JOIN control c ON c.id = m.control
    LEFT JOIN soa_entry s ON s.control = c.id AND s.archived = 0
    WHERE m.requirement = q.id AND m.archived = 0 AND ifnull(s.applicable, '') <> 'no'
    ORDER BY c.id)) AS states
FROM framework_requirement q JOIN framework f ON f.id = q.framework
WHERE q.archived = 0 AND f.archived = 0
  AND f.title LIKE '%27001%' AND ifnull(f.version, f.title) LIKE '%2013%'
ORDER BY q.id
