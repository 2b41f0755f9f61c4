-- Who holds a role today (5.3). What lasts by its dates ends with the day on which the
-- person leaves. A role of the ISMS is vacant without a holder, and without a deputy
-- where it needs one.
SELECT h.id, h.holders, h.deputies,
  h.isms_role AND (h.holders = 0 OR (h.deputy_needed AND h.deputies = 0)) AS vacant
FROM (
  SELECT r.id, ifnull(r.isms_role, 0) AS isms_role, ifnull(r.deputy_needed, 0) AS deputy_needed,
    (SELECT count(DISTINCT a.person) FROM assignment a WHERE a.archived = 0 AND a.role = r.id AND a.role IS NOT NULL AND a.capacity = 'holder'
      AND ifnull(a.from_date <= today(), 1) AND ifnull(a.to_date >= today(), 1)
      AND NOT EXISTS (SELECT 1 FROM person p WHERE p.id = a.person AND p.left_on < today())) AS holders,
    (SELECT count(DISTINCT a.person) FROM assignment a WHERE a.archived = 0 AND a.role = r.id AND a.role IS NOT NULL AND a.capacity = 'deputy'
      AND ifnull(a.from_date <= today(), 1) AND ifnull(a.to_date >= today(), 1)
      AND NOT EXISTS (SELECT 1 FROM person p WHERE p.id = a.person AND p.left_on < today())) AS deputies
  FROM role r
) h
