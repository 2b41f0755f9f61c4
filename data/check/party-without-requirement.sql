-- id: party-without-requirement
-- clause: 4.2
-- severity: error
-- kind: interested_party
-- field: requirements
-- what: An interested party has no requirement
-- auditor: You name this party; what does it require of you that concerns information security?
-- mend: Add its requirements, or archive the party when it requires nothing.
SELECT id, title AS text FROM interested_party p
WHERE archived = 0
  AND NOT EXISTS (SELECT 1 FROM requirement q WHERE q.party = p.id AND q.archived = 0)
