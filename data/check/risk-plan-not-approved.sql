-- id: risk-plan-not-approved
-- clause: 6.1.3
-- severity: warning
-- kind: risk
-- field: owner
-- what: The owner has not approved the plan for a risk above appetite
-- auditor: The plan leaves more than your appetite. Where is the owner's approval of the plan
--   and of what is to remain?
-- mend: Have the owner approve the plan, or accept the residual risk.
SELECT id, title || ': residual ' || residual_level AS text FROM risk_view r
WHERE archived = 0 AND risk_kind = 'threat' AND status = 'in treatment' AND residual_level >
    (SELECT m.appetite FROM organisation o JOIN risk_method m ON m.id = o.method)
  AND NOT EXISTS (SELECT 1 FROM risk_acceptance a
    WHERE a.risk = r.id AND a.archived = 0 AND a.status = 'accepted')
  AND NOT EXISTS (SELECT 1 FROM approval p
    WHERE p.archived = 0 AND p.answer <> 'rejected' AND p.object = 'risk/' || lower(hex(r.uid)))
