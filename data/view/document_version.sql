-- A version is called by its document (7.5.2).
SELECT v.id,
  (SELECT d.code || ' ' || d.title FROM document d WHERE d.id = v.document) || ', ' || v.version AS title,
  (SELECT CAST(100 * sum(k.signed_on IS NOT NULL) / count(*) AS INTEGER) FROM acknowledgement k
    WHERE k.version = v.id AND k.archived = 0) AS acknowledged
FROM document_version v
