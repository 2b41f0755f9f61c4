-- id: processing-dpia-open
-- clause: A.5.34
-- severity: error
-- kind: processing_activity
-- field: dpia
-- what: A data protection impact assessment is needed or undecided, but the processing runs
-- auditor: What did the assessment show, and what did the data protection officer advise?
-- mend: Decide whether it is needed, and carry it out before the processing goes on.
SELECT id, title || ': ' || dpia AS text FROM processing_activity
WHERE archived = 0 AND status = 'running' AND gdpr_role <> 'processor'
  AND dpia IN ('needed', 'undecided')
