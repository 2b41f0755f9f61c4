-- id: flow-unguarded
-- clause: A.5.14
-- severity: warning
-- kind: info_flow
-- field: protection
-- what: Information flows to nobody in particular, without an owner or without protection
-- auditor: Who gets this, who answers for it, and how is it protected on the way?
-- mend: Fill in receiver, owner and protection.
SELECT id, title || CASE WHEN receiver IS NULL THEN ': no receiver' WHEN owner IS NULL
  THEN ': no owner' ELSE ': no protection' END AS text
FROM info_flow
WHERE archived = 0 AND (receiver IS NULL OR owner IS NULL OR (ifnull(trim(protection), '') = ''
  AND ifnull(classification, 'internal') <> 'public'))
