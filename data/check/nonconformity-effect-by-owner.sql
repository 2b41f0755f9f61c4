-- id: nonconformity-effect-by-owner
-- clause: 10.2
-- severity: warning
-- kind: nonconformity
-- field: effect_by
-- what: The effect of a corrective action was checked by whoever had to carry it out
-- auditor: Who else has looked whether it worked?
-- mend: Have somebody else check the effect.
SELECT n.id, n.title || ': ' || p.title AS text
FROM nonconformity n JOIN person p ON p.id = n.effect_by
WHERE n.archived = 0 AND n.effect_by = n.owner
  AND (SELECT one_person FROM organisation) IS NOT 1
