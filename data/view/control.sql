-- How many live risks a control treats.
SELECT c.id,
  (SELECT count(*) FROM risk_controls l JOIN risk r ON r.id = l.risk_id
    WHERE l.ref_id = c.id AND r.archived = 0 AND r.status <> 'closed') AS risks
FROM control c
