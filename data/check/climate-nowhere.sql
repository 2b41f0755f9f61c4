-- id: climate-nowhere
-- clause: 4.1
-- severity: warning
-- kind: organisation
-- field: climate_relevant
-- what: Climate change was found relevant, but no issue or requirement says how
-- auditor: You decided that it is relevant. What follows from that?
-- mend: Mark the issues and the requirements that come from climate change.
SELECT id, 'no issue and no requirement is marked' AS text FROM organisation
WHERE climate_relevant = 'yes'
  AND NOT EXISTS (SELECT 1 FROM context_issue WHERE archived = 0 AND climate = 1)
  AND NOT EXISTS (SELECT 1 FROM requirement WHERE archived = 0 AND climate = 1)
