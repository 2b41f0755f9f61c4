-- id: decision-not-carried-out
-- clause: 5.1
-- severity: warning
-- kind: decision
-- field: due
-- what: A decision was not carried out in time
-- auditor: Who follows up what the management has decided?
-- mend: Carry it out and enter the day, or agree on a new one.
SELECT id, title || ': due on ' || due AS text FROM decision
WHERE archived = 0 AND status = 'decided' AND due < today()
