-- id: owner-of-everything
-- clause: A.5.9
-- severity: warning
-- kind: person
-- what: One person owns most of the assets
-- auditor: Does this person really decide on the use of all that, or only run it?
-- mend: Name owners in the units that use the assets; who runs them is the custodian.
SELECT p.id, p.title || ': ' || count(*) || ' of ' || t.n || ' assets' AS text
FROM asset a JOIN person p ON p.id = a.owner,
  (SELECT count(*) AS n FROM asset
    WHERE archived = 0 AND status <> 'disposed' AND owner IS NOT NULL) t
WHERE a.archived = 0 AND a.status <> 'disposed' AND t.n >= 5
  AND (SELECT one_person FROM organisation) IS NOT 1
GROUP BY p.id HAVING 10 * count(*) > 6 * t.n
