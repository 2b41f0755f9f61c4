-- A mapping is called by its two ends.
SELECT m.id,
  (SELECT r.code FROM framework_requirement r WHERE r.id = m.requirement) || ' > ' ||
    coalesce((SELECT c.code FROM control c WHERE c.id = m.control),
      (SELECT r.code FROM framework_requirement r WHERE r.id = m.other), '?') AS title
FROM framework_mapping m
