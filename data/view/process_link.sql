-- A link is called by its two ends (4.4).
SELECT k.id,
  (SELECT p.title FROM process p WHERE p.id = k.from_process) || ' > ' ||
  (SELECT p.title FROM process p WHERE p.id = k.to_process) AS title
FROM process_link k
