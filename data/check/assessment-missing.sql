-- id: assessment-missing
-- clause: 8.2
-- severity: error
-- kind: risk_assessment
-- field: finished
-- what: No full assessment of the risks was closed within its interval
-- auditor: When did you last assess all risks, and where is the result?
-- mend: Carry out a round over the whole scope, and close it with report and approval.
SELECT NULL AS id, ifnull('the last one is of ' || (SELECT max(finished) FROM risk_assessment
  WHERE archived = 0 AND status = 'closed' AND assessment_kind = 'full'), 'there was none') AS text
WHERE NOT EXISTS (SELECT 1 FROM risk_assessment_view
  WHERE archived = 0 AND status = 'closed' AND assessment_kind = 'full'
    AND ifnull(next_due, date(finished, '+1 year')) >= today())
