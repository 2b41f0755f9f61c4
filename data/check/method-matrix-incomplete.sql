-- id: method-matrix-incomplete
-- clause: 6.1.2
-- severity: error
-- kind: risk_method
-- field: level_steps
-- what: The matrix of the risk method in force has gaps
-- auditor: Which level does this combination give? Two people have to come to the same result.
-- mend: Add the cells that are missing.
SELECT m.id, m.title || ': ' || (m.likelihood_steps * m.impact_steps - count(c.id)) ||
  ' cells are missing' AS text
FROM organisation o JOIN risk_method m ON m.id = o.method
LEFT JOIN risk_matrix_cell c ON c.method = m.id AND c.archived = 0
  AND c.likelihood <= m.likelihood_steps AND c.impact <= m.impact_steps
GROUP BY m.id HAVING count(c.id) < m.likelihood_steps * m.impact_steps
