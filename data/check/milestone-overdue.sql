-- id: milestone-overdue
-- clause: 4.4
-- severity: warning
-- kind: milestone
-- field: due
-- what: A milestone of the ISMS was to be reached by now
-- auditor: How does this move what comes after?
-- mend: Reach it, or plan it and what depends on it anew.
SELECT id, title || ': due on ' || due AS text FROM milestone_view WHERE archived = 0 AND overdue = 1
