-- id: incident-without-owner
-- clause: A.5.26
-- severity: warning
-- kind: incident
-- field: owner
-- what: Nobody leads the response to an open incident
-- auditor: Who decides what is done?
-- mend: Enter the person.
SELECT id, title AS text FROM incident
WHERE archived = 0 AND incident_kind = 'incident' AND status <> 'closed' AND owner IS NULL
