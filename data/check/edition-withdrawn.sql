-- id: edition-withdrawn
-- clause: 6.1.3
-- severity: error
-- kind: organisation
-- field: edition
-- what: The ISMS follows the edition of 2013
-- auditor: That edition was withdrawn; certificates by it have ended on 31 October 2025.
-- mend: Map the controls to the edition of 2022, and change the edition.
SELECT id, title AS text FROM organisation WHERE edition = '2013'
