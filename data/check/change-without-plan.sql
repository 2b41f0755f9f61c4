-- id: change-without-plan
-- clause: 6.3
-- severity: error
-- kind: change
-- field: consequences
-- what: A change of the ISMS was carried out without a plan
-- auditor: Was it planned: purpose, consequences, integrity of the ISMS, resources,
--   responsibilities?
-- mend: Fill in what was considered, and plan the next one before it is done.
SELECT id, title AS text FROM change
WHERE archived = 0 AND change_kind = 'isms' AND status IN ('in work', 'done', 'reviewed')
  AND (ifnull(trim(consequences), '') = '' OR ifnull(trim(resources), '') = ''
    OR ifnull(trim(responsibilities), '') = '' OR ifnull(trim(integrity), '') = '')
