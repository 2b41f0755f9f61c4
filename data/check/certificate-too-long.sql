-- id: certificate-too-long
-- clause: 4.4
-- severity: warning
-- kind: certificate
-- field: expires
-- what: A certificate is entered as valid for more than three years
-- auditor: A cycle lasts three years from the decision. Is the day on the certificate another one?
-- mend: Enter the last day that stands on the certificate.
SELECT id, title || ': decided on ' || decided_on || ', until ' || expires AS text
FROM certificate WHERE archived = 0 AND status NOT IN ('withdrawn', 'expired')
  AND expires > months_after(decided_on, 36)
