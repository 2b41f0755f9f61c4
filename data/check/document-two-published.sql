-- id: document-two-published
-- clause: 7.5
-- severity: error
-- kind: document
-- field: version
-- what: A document has two published versions
-- auditor: Which of them holds?
-- mend: Let the older one be superseded.
SELECT d.id, d.title || ': ' || group_concat(v.version, ', ') AS text
FROM document d JOIN document_version v ON v.document = d.id AND v.document IS NOT NULL
WHERE d.archived = 0 AND v.archived = 0 AND v.status = 'published'
GROUP BY d.id HAVING count(*) > 1
