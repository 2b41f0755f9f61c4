-- id: certificate-renewal-not-begun
-- clause: 4.4
-- severity: warning
-- kind: certificate
-- field: status
-- what: A certificate ends within six months, and its renewal has not begun
-- auditor: The audit, its findings and the new decision have to be done before the last day. When is
--   the audit?
-- mend: Agree on the recertification audit, and set the state to recertification.
SELECT id, title || ': until ' || recertification_due AS text FROM certificate_view
WHERE archived = 0 AND status = 'certified' AND recertification_due >= today()
  AND months_after(recertification_due, -6) <= today()
