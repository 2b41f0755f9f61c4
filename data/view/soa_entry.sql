-- An entry of the Statement of Applicability is called by its control (6.1.3 d).
SELECT s.id,
  (SELECT c.code || ' ' || c.title FROM control c WHERE c.id = s.control) AS title,
  (SELECT c.theme FROM control c WHERE c.id = s.control) AS theme,
  (SELECT count(*) FROM risk_controls l JOIN risk r ON r.id = l.risk_id
    WHERE l.ref_id = s.control AND r.archived = 0 AND r.status <> 'closed') AS risks
FROM soa_entry s
