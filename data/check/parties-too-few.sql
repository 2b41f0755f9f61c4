-- id: parties-too-few
-- clause: 4.2
-- severity: warning
-- kind: interested_party
-- what: Fewer than three interested parties are named
-- auditor: Customers, authorities, staff, owners, suppliers: whom did you consider?
-- mend: Add the parties whose expectations bear on the ISMS; the catalogue has a list.
SELECT NULL AS id, count(*) || ' of at least 3 interested parties' AS text
FROM interested_party WHERE archived = 0 HAVING count(*) < 3
