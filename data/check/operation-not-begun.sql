-- id: operation-not-begun
-- clause: 4.4
-- severity: hint
-- kind: organisation
-- field: start_of_operation
-- what: It is not said since when the ISMS has been in operation
-- auditor: For how long have you run it? Three months with records, an audit and a review are
--   what a certification body expects.
-- mend: Enter the day from which the ISMS is lived.
SELECT id, title AS text FROM organisation WHERE start_of_operation IS NULL
