-- id: risk-residual-not-accepted
-- clause: 6.1.3
-- severity: error
-- kind: risk
-- field: residual_likelihood
-- what: What remains of a risk above appetite is not accepted by its owner
-- auditor: The plan leaves a risk above your appetite. Where is the owner's approval of the
--   plan and of what remains?
-- mend: Have the owner accept the residual risk, or plan for more.
SELECT id, title || ': residual ' || residual_level AS text FROM risk_view r
WHERE archived = 0 AND risk_kind = 'threat'
  AND status IN ('treated', 'monitored') AND residual_level >
    (SELECT m.appetite FROM organisation o JOIN risk_method m ON m.id = o.method)
  AND NOT EXISTS (SELECT 1 FROM risk_acceptance a
    WHERE a.risk = r.id AND a.risk IS NOT NULL AND a.archived = 0 AND a.status = 'accepted')
  AND NOT EXISTS (SELECT 1 FROM approval p
    WHERE p.archived = 0 AND p.answer <> 'rejected'
      AND p.person = ifnull(r.owner, p.person) AND p.object = 'risk/' || lower(hex(r.uid)))
