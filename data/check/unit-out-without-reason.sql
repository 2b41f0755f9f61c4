-- id: unit-out-without-reason
-- clause: 4.3
-- severity: error
-- kind: org_unit
-- field: scope_reason
-- what: A unit or site is left out of the scope without a reason
-- auditor: Why can this be left out without harm to what the ISMS is to protect?
-- mend: Give the reason: what separates it, and how the boundary is kept.
SELECT id, title || ': ' || in_scope AS text FROM org_unit
WHERE archived = 0 AND in_scope IN ('out', 'partly') AND ifnull(trim(scope_reason), '') = ''
