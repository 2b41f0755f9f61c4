-- id: resource-overdrawn
-- clause: 7.1
-- severity: warning
-- kind: resource
-- field: used
-- what: More of a resource was used than approved
-- auditor: Who agreed to that?
-- mend: Have more approved, or say how the rest of the year is to be managed.
SELECT id, title AS text FROM resource_view WHERE archived = 0 AND overdrawn = 1
