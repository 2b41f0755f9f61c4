-- id: scope-item-undecided
-- clause: 4.3
-- severity: error
-- kind: scope_item
-- field: in_scope
-- what: It is not decided whether something at the boundary is in scope
-- auditor: Is this site, system or interface inside or outside?
-- mend: Decide, and give the reason for what is out.
SELECT id, title AS text FROM scope_item WHERE archived = 0 AND in_scope = 'undecided'
