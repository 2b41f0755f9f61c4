-- id: nonconformity-closed-unchecked
-- clause: 10.2
-- severity: error
-- kind: nonconformity
-- field: effect_checked_on
-- what: A nonconformity is closed, but its effect was not checked or not reached
-- auditor: How do you know that it does not come again?
-- mend: Open it again, and check the effect.
SELECT id, title || CASE WHEN effect = 'not effective' THEN ': not effective'
  WHEN ifnull(trim(cause), '') = '' THEN ': without cause' ELSE ': not checked' END AS text
FROM nonconformity
WHERE archived = 0 AND status = 'closed'
  AND (effect_checked_on IS NULL OR effect IS NOT 'effective' OR ifnull(trim(cause), '') = '')
