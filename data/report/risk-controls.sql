-- Controls that the threats and vulnerabilities of a risk suggest and that do not treat
-- it yet: those that most of them ask for come first. A suggestion, never an obligation.
-- ?1 is the risk as it is, or as a form has it: ' t1 t2 v5 c7 ' for two threats, a
-- vulnerability and a control, by id.
SELECT c.id, c.code, c.title, count(*) AS asked, group_concat(x.code, ', ') AS by, c.status
FROM (
  SELECT s.ref_id AS control, t.code FROM threat t
    JOIN threat_suggested_controls s ON s.threat_id = t.id
  WHERE instr(?1, ' t' || t.id || ' ') > 0
  UNION ALL
  SELECT s.ref_id, v.code FROM vulnerability v
    JOIN vulnerability_suggested_controls s ON s.vulnerability_id = v.id
  WHERE instr(?1, ' v' || v.id || ' ') > 0
) x JOIN control c ON c.id = x.control
WHERE c.archived = 0 AND c.status <> 'retired' AND instr(?1, ' c' || c.id || ' ') = 0
GROUP BY c.id
ORDER BY asked DESC, c.id
