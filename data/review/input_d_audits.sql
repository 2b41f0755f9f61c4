-- Input d 3 (9.3.2): audits since ?1 with their findings.
SELECT a.code || ' ' || a.title || ' (' || a.audit_kind || '): ' || a.status || ', ' || a.findings || ' findings, '
  || a.nonconformities || ' nonconformities, ' || a.open_findings || ' open' AS text
FROM audit_view a
WHERE a.archived = 0 AND (a.open_findings > 0 OR ifnull(a.finish, ifnull(a.start, substr(a.changed_at, 1, 10))) >= ?1)
  AND a.status NOT IN ('planned', 'announced', 'cancelled')
ORDER BY a.start, a.code
