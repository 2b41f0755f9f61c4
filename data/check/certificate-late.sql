-- id: certificate-late
-- clause: 4.4
-- severity: error
-- kind: certificate
-- field: next_due
-- what: A step towards the certificate, or to keep it, is overdue
-- auditor: The first surveillance is due within twelve months, one each year, and the next
--   certification before the end. Else the certificate lapses.
-- mend: Agree on a day with the certification body, and enter what was done.
SELECT id, title || ': due on ' || next_due AS text FROM certificate_view
WHERE archived = 0 AND overdue = 1
