-- id: asset-review-overdue
-- clause: A.5.9
-- severity: hint
-- kind: asset
-- field: next_review
-- what: Owner and class of an asset were to be looked at again
-- auditor: Is this still right?
-- mend: Look at it and set the next day.
SELECT id, title || ': due on ' || next_review AS text FROM asset
WHERE archived = 0 AND status <> 'disposed' AND next_review < today()
