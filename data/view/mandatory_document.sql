-- Whether what the standard wants documented is there (7.5.1): one published document
-- whose review is not overdue, or a register of this file that is enough by itself.
SELECT e.id,
  CASE WHEN e.fresh THEN 'present'
       WHEN e.published THEN 'overdue'
       WHEN e.in_register THEN 'register'
       WHEN e.linked THEN 'draft'
       WHEN e.duty <> 'clause' AND e.not_needed IS NOT NULL THEN 'not needed'
       ELSE 'missing' END AS state
FROM (
  SELECT m.id, m.duty, m.not_needed, ifnull(m.in_register, 0) AS in_register,
    EXISTS (SELECT 1 FROM mandatory_document_documents l JOIN document d ON d.id = l.ref_id
      WHERE l.mandatory_document_id = m.id AND d.archived = 0) AS linked,
    EXISTS (SELECT 1 FROM mandatory_document_documents l JOIN document d ON d.id = l.ref_id
        JOIN document_version v ON v.document = d.id AND v.document IS NOT NULL
      WHERE l.mandatory_document_id = m.id AND d.archived = 0 AND v.archived = 0 AND v.status = 'published') AS published,
    EXISTS (SELECT 1 FROM mandatory_document_documents l JOIN document d ON d.id = l.ref_id
        JOIN document_version v ON v.document = d.id AND v.document IS NOT NULL
      WHERE l.mandatory_document_id = m.id AND d.archived = 0 AND v.archived = 0 AND v.status = 'published'
        AND ifnull(months_after(max(ifnull(d.last_review, ''), ifnull(v.valid_from, ifnull(v.written_on, ''))),
          d.review_interval) >= today(), 1)) AS fresh
  FROM mandatory_document m
) e
