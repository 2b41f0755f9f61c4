-- id: action-verified-by-owner
-- clause: 10.2
-- severity: warning
-- kind: action
-- field: verified_by
-- what: Somebody has verified the effect of the own action
-- auditor: Who else has looked whether it worked?
-- mend: Have somebody else check the effect.
SELECT a.id, a.title || ': ' || p.title AS text FROM action a JOIN person p ON p.id = a.owner
WHERE a.archived = 0 AND a.status = 'verified' AND a.verified_by = a.owner
  AND (SELECT one_person FROM organisation) IS NOT 1
