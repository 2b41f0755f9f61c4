-- id: framework-undecided
-- clause: 4.2
-- severity: hint
-- kind: framework
-- field: applicable
-- what: It is not decided whether a framework applies
-- auditor: Do you follow it or not, and why?
-- mend: Decide, and give the reason.
SELECT id, title AS text FROM framework WHERE archived = 0 AND applicable = 'undecided'
