-- id: unit-scope-undecided
-- clause: 4.3
-- severity: error
-- kind: org_unit
-- field: in_scope
-- what: It is not decided whether a unit or site is in scope
-- auditor: Does the ISMS cover these people and rooms or not?
-- mend: Decide in, out or partly; what is out needs a reason.
SELECT id, title AS text FROM org_unit WHERE archived = 0 AND in_scope = 'undecided'
