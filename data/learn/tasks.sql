-- What assignment ?1 asks its person to learn: the published documents that the role
-- has to know, to be read and confirmed, and the trainings for the role. What the
-- person has been asked for, or has done within the training's interval, is left out.
SELECT 'acknowledgement' AS what, v.id AS id
FROM assignment a JOIN document_version v JOIN document d ON d.id = v.document
WHERE a.id = CAST(?1 AS INTEGER) AND v.archived = 0 AND d.archived = 0 AND v.status = 'published'
  AND (EXISTS (SELECT 1 FROM role_documents l WHERE l.role_id = a.role AND l.ref_id = d.id)
    OR EXISTS (SELECT 1 FROM document_audience l WHERE l.document_id = d.id AND l.ref_id = a.role))
  AND NOT EXISTS (SELECT 1 FROM acknowledgement k
    WHERE k.version = v.id AND k.person = a.person AND k.archived = 0)
UNION ALL
SELECT 'attendance', t.id
FROM assignment a JOIN training_audience l ON l.ref_id = a.role JOIN training t ON t.id = l.training_id
WHERE a.id = CAST(?1 AS INTEGER) AND t.archived = 0
  AND NOT EXISTS (SELECT 1 FROM attendance k WHERE k.training = t.id AND k.training IS NOT NULL AND k.person = a.person AND k.archived = 0
    AND (k.done_on IS NULL OR ((k.result = 'passed' OR k.result = 'attended')
      AND ifnull(months_after(k.done_on, t.interval) >= today(), 1))))
