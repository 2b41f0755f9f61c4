-- id: supplier-assessment-overdue
-- clause: A.5.22
-- severity: warning
-- kind: supplier
-- field: next_assessment
-- what: A supplier was to be assessed again
-- auditor: What has changed there since the last time?
-- mend: Assess it again.
SELECT id, title || ': due on ' || next_assessment AS text FROM supplier_view
WHERE archived = 0 AND status IN ('approved', 'under watch') AND next_assessment < today()
