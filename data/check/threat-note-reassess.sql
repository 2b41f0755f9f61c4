-- id: threat-note-reassess
-- clause: A.5.7
-- severity: error
-- kind: threat_note
-- field: reassessed_on
-- what: Risks were to be rated anew after a report on threats, and were not
-- auditor: You saw that it matters. What did the new rating show?
-- mend: Rate the risks anew, and enter the day.
SELECT id, title || ': due on ' || due AS text FROM threat_note_view
WHERE archived = 0 AND overdue = 1
