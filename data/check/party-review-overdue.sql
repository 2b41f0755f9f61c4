-- id: party-review-overdue
-- clause: 4.2
-- severity: warning
-- kind: interested_party
-- field: next_review
-- what: What an interested party wants was to be looked at again
-- auditor: Have its expectations changed?
-- mend: Ask, adapt its requirements, and set the next day.
SELECT id, title || ': due on ' || next_review AS text FROM interested_party
WHERE archived = 0 AND next_review < today()
