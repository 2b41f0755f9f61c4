-- id: issue-grave-without-risk
-- clause: 6.1.1
-- severity: warning
-- kind: context_issue
-- field: risks
-- what: An issue that weighs heavily has led to no risk
-- auditor: You say that this matters; where did it go into the planning of risks and
--   opportunities?
-- mend: Link the risks and opportunities that come from it, or lower its relevance and say why.
SELECT id, title || ': relevance ' || relevance AS text FROM context_issue i
WHERE archived = 0 AND status <> 'closed' AND relevance >= 4
  AND NOT EXISTS (SELECT 1 FROM context_issue_risks l JOIN risk r ON r.id = l.ref_id
    WHERE l.context_issue_id = i.id AND r.archived = 0)
