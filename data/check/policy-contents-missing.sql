-- id: policy-contents-missing
-- clause: 5.2
-- severity: error
-- kind: document
-- field: contents
-- what: The information security policy lacks what the standard wants in it
-- auditor: Where does it give the framework for objectives, and commit to the requirements and
--   to improvement?
-- mend: Add what is missing to the policy, and tick it when it is there.
SELECT d.id, d.title || ': ' || CASE
  WHEN ifnull(d.contents, '') NOT LIKE '%objectives%' THEN 'objectives'
  WHEN d.contents NOT LIKE '%requirements%' THEN 'commitment to the requirements'
  ELSE 'commitment to improvement' END AS text
FROM document d
WHERE d.archived = 0
  AND EXISTS (SELECT 1 FROM mandatory_document_documents l
    JOIN mandatory_document m ON m.id = l.mandatory_document_id
    WHERE l.ref_id = d.id AND m.archived = 0 AND m.clause = '5.2')
  AND (ifnull(d.contents, '') NOT LIKE '%objectives%' OR d.contents NOT LIKE '%requirements%'
    OR d.contents NOT LIKE '%improvement%')
