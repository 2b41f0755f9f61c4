-- id: processing-without-basis
-- clause: A.5.34
-- severity: error
-- kind: processing_activity
-- field: legal_basis
-- what: Personal data is processed without a legal basis
-- auditor: On what ground of law do you process this?
-- mend: Name the basis, or end the processing.
SELECT id, title AS text FROM processing_activity
WHERE archived = 0 AND status = 'running' AND gdpr_role <> 'processor'
  AND ifnull(legal_basis, '') = ''
