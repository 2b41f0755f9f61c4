-- id: incident-notice-late
-- clause: A.5.24
-- severity: warning
-- kind: incident
-- field: gdpr_sent
-- what: A notice of an incident was sent late
-- auditor: Did you give the reasons for the delay? What keeps it from happening again?
-- mend: Keep the reasons with the incident, and shorten the way to the authority.
SELECT id, title AS text FROM incident_view
WHERE archived = 0 AND sent_late = 1 AND months_after(ifnull(detected, reported), 12) >= today()
