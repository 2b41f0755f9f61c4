-- id: scope-interfaces-missing
-- clause: 4.3
-- severity: error
-- kind: scope_version
-- field: interfaces
-- what: The scope in force says nothing of its interfaces
-- auditor: Where does your ISMS end, and what do others do for you across that line?
-- mend: Add interfaces and dependencies as scope items, or approve a new version of the
--   scope that describes them.
SELECT id, title || ', version ' || version AS text FROM scope_version_view
WHERE archived = 0 AND in_force = 1 AND ifnull(trim(interfaces), '') = ''
  AND NOT EXISTS (SELECT 1 FROM scope_item
    WHERE archived = 0 AND item_kind IN ('interface', 'access path', 'supplier'))
