-- id: acknowledgement-overdue
-- clause: 7.3
-- severity: warning
-- kind: acknowledgement
-- field: due
-- what: Somebody has not confirmed in time what was sent
-- auditor: Has this person read it?
-- mend: Remind the person, or enter the day of the signature.
SELECT id, title AS text FROM acknowledgement_view WHERE archived = 0 AND overdue = 1
