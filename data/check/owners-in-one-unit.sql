-- id: owners-in-one-unit
-- clause: 5.3
-- severity: warning
-- kind: org_unit
-- what: All that is owned is owned by one unit
-- auditor: Who outside this unit answers for information, processes and risks?
-- mend: Name owners where the work is done; who runs the systems is their custodian.
SELECT u.id, u.title || ': ' || o.n || ' of ' || o.n || ' assets, processes and risks' AS text
FROM (
  SELECT count(*) AS n, min(p.unit) AS least, max(p.unit) AS most, count(p.unit) AS known
  FROM (
    SELECT owner FROM asset WHERE archived = 0 AND status <> 'retired' AND status <> 'disposed'
    UNION ALL SELECT owner FROM process WHERE archived = 0
    UNION ALL SELECT owner FROM risk WHERE archived = 0 AND status <> 'closed'
  ) w JOIN person p ON p.id = w.owner
) o JOIN org_unit u ON u.id = o.least
WHERE o.n >= 3 AND o.known = o.n AND o.least = o.most
  AND (SELECT one_person FROM organisation) IS NOT 1
  AND EXISTS (SELECT 1 FROM org_unit x WHERE x.archived = 0 AND x.id <> u.id
    AND (x.unit_kind = 'unit' OR x.unit_kind = 'department' OR x.unit_kind = 'team'))
