-- id: certificate-scope-differs
-- clause: 4.3
-- severity: warning
-- kind: certificate
-- field: scope_version
-- what: The certificate names another scope than the one in force
-- auditor: What you claim by the certificate has to be what was audited.
-- mend: Have the change of scope taken over by the certification body.
SELECT c.id, c.title || ': ' || s.title || ', version ' || s.version AS text
FROM certificate c JOIN scope_version_view s ON s.id = c.scope_version
WHERE c.archived = 0 AND c.status IN ('certified', 'recertification') AND s.in_force = 0
