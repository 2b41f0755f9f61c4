-- id: risk-without-owner
-- clause: 6.1.2
-- severity: error
-- kind: risk
-- field: owner
-- what: A risk has no owner
-- auditor: Who has the accountability and the authority to decide on this risk?
-- mend: Enter the person who answers for what is at stake, not the one who does the work.
SELECT id, title AS text FROM risk WHERE archived = 0 AND status <> 'closed' AND owner IS NULL
