-- id: incident-privacy-undecided
-- clause: A.5.25
-- severity: warning
-- kind: incident
-- field: personal_data
-- what: It is not decided whether an incident touches personal data
-- auditor: If it does, the 72 hours run. Who decided?
-- mend: Answer yes or no.
SELECT id, title AS text FROM incident
WHERE archived = 0 AND incident_kind = 'incident' AND personal_data IS NULL
