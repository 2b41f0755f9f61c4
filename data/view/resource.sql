-- How much of what was granted is used (7.1): by cost, or by amount where no cost was
-- granted. What was granted nothing has no share.
SELECT r.id,
  CASE
    WHEN r.approved_cost > 0 THEN
      CAST(round(100.0 * ifnull(r.used_cost, 0) / r.approved_cost) AS INTEGER)
    WHEN r.approved_cost IS NULL AND r.approved > 0 THEN
      CAST(round(100.0 * ifnull(r.used, 0) / r.approved) AS INTEGER)
  END AS used_share,
  max(r.approved_cost - ifnull(r.used_cost, 0), 0) AS remaining_cost,
  ifnull(r.used_cost, 0) > ifnull(r.approved_cost, 0)
    OR ifnull(r.used, 0) > ifnull(r.approved, 0) AS overdrawn
FROM resource r
