-- id: change-not-reassessed
-- clause: 8.2
-- severity: error
-- kind: change
-- field: reassess_risk
-- what: Risks were not assessed anew after a change that asks for it
-- auditor: The change touched your risks, you said so yourself. What did the assessment show?
-- mend: Carry out an assessment that names the change, and close it.
SELECT id, title AS text FROM change_view WHERE archived = 0 AND reassess_open = 1
