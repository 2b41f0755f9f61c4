-- How many live risks name an asset.
SELECT a.id,
  (SELECT count(*) FROM risk_assets l JOIN risk r ON r.id = l.risk_id
    WHERE l.ref_id = a.id AND r.archived = 0 AND r.status <> 'closed') AS risks
FROM asset a
