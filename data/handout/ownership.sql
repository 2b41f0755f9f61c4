-- title: Who answers for what
-- kind: person
-- about: What each person owns, and the roles each holds
WITH w AS (
  SELECT owner, 'Assets' AS label, 2 AS k, code, title FROM asset WHERE archived = 0 AND status <> 'retired' AND status <> 'disposed'
  UNION ALL SELECT owner, 'Processes', 3, code, title FROM process WHERE archived = 0
  UNION ALL SELECT owner, 'Risks', 4, code, title FROM risk WHERE archived = 0 AND status <> 'closed'
  UNION ALL SELECT owner, 'Controls', 5, code, title FROM control WHERE archived = 0 AND status <> 'retired'
  UNION ALL SELECT owner, 'Documents', 6, code, title FROM document WHERE archived = 0
  UNION ALL SELECT owner, 'Suppliers', 7, code, title FROM supplier WHERE archived = 0 AND status <> 'ended'
  UNION ALL SELECT owner, 'Laws', 8, code, title FROM legal_requirement WHERE archived = 0
  UNION ALL SELECT owner, 'Objectives', 9, code, title FROM objective WHERE archived = 0
), t AS (
  SELECT owner, k, label, group_concat(code || ' ' || title, '; ') AS text FROM w WHERE owner IS NOT NULL GROUP BY owner, k
  UNION ALL
  SELECT a.person, 1, 'Roles', group_concat(r.title || CASE a.capacity WHEN 'deputy' THEN ' (deputy)' ELSE '' END, '; ')
  FROM assignment_view a JOIN role r ON r.id = a.role WHERE a.archived = 0 AND a.in_force = 1 GROUP BY a.person
)
SELECT ifnull((SELECT u.title FROM org_unit u WHERE u.id = p.unit), 'In no unit') AS section,
  p.code || ' ' || p.title || ifnull(', ' || p.position, '') AS item, t.label, t.text
FROM person p JOIN t ON t.owner = p.id
WHERE p.archived = 0 AND (?1 = '' OR p.code = ?1)
ORDER BY p.unit IS NULL, p.unit, p.id, t.k
