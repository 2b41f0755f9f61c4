-- id: risk-plan-not-approved
-- clause: 6.1.3
-- severity: warning
-- kind: risk
-- field: owner
-- what: The owner has not approved the plan for a risk above appetite
-- auditor: The risk is above your appetite. Where is its owner's approval of the plan and of
--   what is to remain?
-- mend: Have the owner approve the plan, or accept the residual risk.
SELECT id, title || ': level ' || level || ', residual ' || residual_level AS text
FROM (SELECT v.*, m.appetite FROM risk_view v, organisation o JOIN risk_method m ON m.id = o.method) r
WHERE archived = 0 AND risk_kind = 'threat' AND status = 'in treatment'
  AND max(level, residual_level) > appetite
  AND NOT EXISTS (SELECT 1 FROM risk_acceptance a
    WHERE a.risk = r.id AND a.risk IS NOT NULL AND a.archived = 0 AND a.status = 'accepted')
  AND NOT EXISTS (SELECT 1 FROM approval p
    WHERE p.archived = 0 AND p.answer <> 'rejected'
      AND p.person = ifnull(r.owner, p.person) AND p.object = 'risk/' || lower(hex(r.uid)))
  -- where the plan brings the risk down to the appetite, the owner's decision on the
  -- treatment is the approval; what is to remain above it needs one of its own
  AND NOT EXISTS (SELECT 1 FROM treatment t
    WHERE t.risk = r.id AND t.archived = 0 AND t.decided_on IS NOT NULL
      AND t.decided_by = ifnull(r.owner, t.decided_by) AND residual_level <= appetite)
