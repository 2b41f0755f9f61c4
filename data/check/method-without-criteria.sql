-- id: method-without-criteria
-- clause: 6.1.2
-- severity: error
-- kind: risk_method
-- field: appetite
-- what: The risk method in force has no criteria for accepting risks
-- auditor: Up to which level do you bear a risk without question, and who may accept what lies
--   above?
-- mend: Enter appetite, tolerance and the rule of acceptance.
SELECT m.id, m.title || CASE WHEN m.appetite IS NULL THEN ': no appetite'
  WHEN m.tolerance IS NULL THEN ': no tolerance' ELSE ': no rule of acceptance' END AS text
FROM organisation o JOIN risk_method m ON m.id = o.method
WHERE m.appetite IS NULL OR m.tolerance IS NULL OR ifnull(trim(m.accept_rule), '') = ''
