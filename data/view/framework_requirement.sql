-- Mappings that begin or end at a requirement.
SELECT r.id,
  (SELECT count(*) FROM framework_mapping m WHERE m.archived = 0
    AND (m.requirement = r.id OR m.other = r.id)) AS mappings
FROM framework_requirement r
