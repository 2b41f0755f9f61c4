-- id: regime-undecided
-- clause: 4.2
-- severity: warning
-- kind: regime
-- field: answer
-- what: It is not decided whether a legal regime applies
-- auditor: Are you under this law or not? Who decided, and on what grounds?
-- mend: Have it examined, and enter the answer with reason, day and person.
SELECT id, title AS text FROM regime WHERE archived = 0 AND answer = 'undecided'
