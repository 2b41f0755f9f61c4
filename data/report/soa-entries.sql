-- The Statement of Applicability (6.1.3 d) as it is read: an entry a row, in the order of
-- the themes and of the standard, with what asks for the control and what contradicts the
-- entry. src/report/soa.h names the columns.
SELECT s.id, s.control, s.code, c.code AS ref, c.title, ifnull(c.theme, ''), s.applicable,
  s.reasons, s.justification, s.implementation, s.how,
  (SELECT group_concat(code, ', ') FROM (SELECT d.code FROM soa_entry_documents l
    JOIN document d ON d.id = l.ref_id WHERE l.soa_entry_id = s.id ORDER BY d.id)) AS documents,
  s.evidence,
  (SELECT p.title FROM person p WHERE p.id = s.responsible) AS responsible, s.target_date,
  ifnull(s.target_date < today(), 0) AND s.applicable = 'yes'
    AND s.implementation <> 'implemented' AS late,
  (SELECT group_concat(code, ', ') FROM (SELECT r.code FROM risk_controls l
    JOIN risk r ON r.id = l.risk_id
    WHERE l.ref_id = s.control AND r.archived = 0 AND r.status <> 'closed' ORDER BY r.id)) AS risks,
  (SELECT group_concat(code, ', ') FROM (
    SELECT q.code FROM requirement q WHERE q.archived = 0 AND q.in_isms = 'yes'
      AND (EXISTS (SELECT 1 FROM requirement_controls l WHERE l.requirement_id = q.id AND l.ref_id = s.control)
        OR EXISTS (SELECT 1 FROM soa_entry_requirements l WHERE l.soa_entry_id = s.id AND l.ref_id = q.id))
    UNION ALL
    SELECT w.code FROM legal_requirement w JOIN legal_requirement_controls l ON l.legal_requirement_id = w.id
    WHERE l.ref_id = s.control AND w.archived = 0 AND w.applicability = 'applies')) AS requirements,
  (SELECT group_concat(number, ', ') FROM (SELECT q.number FROM framework_mapping m
    JOIN framework_requirement q ON q.id = m.requirement JOIN framework f ON f.id = q.framework
    WHERE m.control = s.control AND m.archived = 0 AND q.archived = 0
      AND f.title LIKE '%27001%' AND ifnull(f.version, f.title) LIKE '%2013%' ORDER BY q.id)) AS old,
  ifnull(s.last_checked, v.last_checked) AS checked, v.effect,
  c.status
FROM soa_entry s JOIN control_view c ON c.id = s.control JOIN control_view v ON v.id = s.control
WHERE s.archived = 0
ORDER BY CASE c.theme WHEN 'organizational' THEN 0 WHEN 'people' THEN 1 WHEN 'physical' THEN 2
  WHEN 'technological' THEN 3 ELSE 4 END, s.id
