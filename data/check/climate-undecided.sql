-- id: climate-undecided
-- clause: 4.1
-- severity: error
-- kind: organisation
-- field: climate_relevant
-- what: It is not decided whether climate change is an issue
-- auditor: Since the amendment of 2024 the organisation determines whether climate change is
--   relevant. Show me the decision.
-- mend: Decide with top management, and enter yes or no, the reason and the day.
SELECT id, CASE WHEN climate_relevant = 'undecided' THEN 'undecided'
  WHEN ifnull(trim(climate_reason), '') = '' THEN 'decided without a reason'
  ELSE 'decided without a date' END AS text
FROM organisation
WHERE climate_relevant = 'undecided' OR ifnull(trim(climate_reason), '') = ''
  OR climate_decided_on IS NULL
