-- id: scope-review-overdue
-- clause: 4.3
-- severity: warning
-- kind: scope_version
-- field: next_review
-- what: The scope in force was to be reviewed
-- auditor: Is this still what your organisation looks like?
-- mend: Compare it with units, sites, processes and suppliers; approve it anew or move the day
--   of the review.
SELECT id, title || ': due on ' || next_review AS text FROM scope_version_view
WHERE archived = 0 AND in_force = 1 AND next_review < today()
