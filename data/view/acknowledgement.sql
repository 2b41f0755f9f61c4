-- An acknowledgement is called by who signs and what (7.3, A.6.6). It is late when it is
-- not signed in time, also when what was signed has run out. Those who have left
-- owe nothing.
SELECT a.id,
  coalesce((SELECT p.title FROM person p WHERE p.id = a.person),
    (SELECT s.title FROM supplier s WHERE s.id = a.supplier), '') || ': ' ||
  ifnull((SELECT d.title || ', ' || v.version FROM document_version v JOIN document d ON d.id = v.document
    WHERE v.id = a.version), a.ack_kind) AS title,
  EXISTS (SELECT 1 FROM document_version v WHERE v.id = a.version
    AND (v.status = 'superseded' OR v.status = 'withdrawn')) AS outdated,
  ((a.signed_on IS NULL AND ifnull(a.due < today(), 0)) OR ifnull(a.valid_to < today(), 0))
    AND NOT EXISTS (SELECT 1 FROM person p WHERE p.id = a.person AND p.left_on < today()) AS overdue
FROM acknowledgement a
