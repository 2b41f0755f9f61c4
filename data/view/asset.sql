-- How many live risks name an asset, and its need for protection: the greatest of
-- its own and of what depends on it, to any depth. An asset that states why its own
-- need stands takes nothing from above, and what lies below it gets its own figures.
SELECT a.id,
  (SELECT count(*) FROM risk_assets l JOIN risk r ON r.id = l.risk_id
    WHERE l.ref_id = a.id AND r.archived = 0 AND r.status <> 'closed') AS risks,
  (WITH RECURSIVE up(id) AS (SELECT a.id UNION
      SELECT l.asset_id FROM up JOIN asset u ON u.id = up.id JOIN asset_depends_on l ON l.ref_id = u.id
      JOIN asset d ON d.id = l.asset_id
      WHERE u.need_reason IS NULL AND d.archived = 0 AND d.status <> 'retired' AND d.status <> 'disposed')
    SELECT max(x.confidentiality) FROM up JOIN asset x ON x.id = up.id) AS need_c,
  (WITH RECURSIVE up(id) AS (SELECT a.id UNION
      SELECT l.asset_id FROM up JOIN asset u ON u.id = up.id JOIN asset_depends_on l ON l.ref_id = u.id
      JOIN asset d ON d.id = l.asset_id
      WHERE u.need_reason IS NULL AND d.archived = 0 AND d.status <> 'retired' AND d.status <> 'disposed')
    SELECT max(x.integrity) FROM up JOIN asset x ON x.id = up.id) AS need_i,
  (WITH RECURSIVE up(id) AS (SELECT a.id UNION
      SELECT l.asset_id FROM up JOIN asset u ON u.id = up.id JOIN asset_depends_on l ON l.ref_id = u.id
      JOIN asset d ON d.id = l.asset_id
      WHERE u.need_reason IS NULL AND d.archived = 0 AND d.status <> 'retired' AND d.status <> 'disposed')
    SELECT max(x.availability) FROM up JOIN asset x ON x.id = up.id) AS need_a
FROM asset a
