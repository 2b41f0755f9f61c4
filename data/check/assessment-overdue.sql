-- id: assessment-overdue
-- clause: 8.2
-- severity: warning
-- kind: risk_assessment
-- field: due
-- what: An assessment of risks was to be finished by now
-- auditor: Where does it stand?
-- mend: Finish it, or plan it anew.
SELECT id, title || ': due on ' || due AS text FROM risk_assessment
WHERE archived = 0 AND status IN ('planned', 'in progress', 'reported') AND due < today()
