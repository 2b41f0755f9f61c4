-- How much of a framework is looked at and met, of what applies here.
SELECT f.id,
  (SELECT count(*) FROM framework_requirement r WHERE r.framework = f.id AND r.framework IS NOT NULL
    AND r.archived = 0) AS requirements,
  (SELECT CAST(100 * sum(r.compliance <> 'not assessed') / count(*) AS INTEGER)
    FROM framework_requirement r WHERE r.framework = f.id AND r.framework IS NOT NULL AND r.archived = 0
    AND r.applicable = 'yes') AS assessed,
  (SELECT CAST(100 * sum(r.compliance = 'met') / count(*) AS INTEGER)
    FROM framework_requirement r WHERE r.framework = f.id AND r.framework IS NOT NULL AND r.archived = 0
    AND r.applicable = 'yes') AS met,
  f.applicable <> 'no' AND ifnull(f.next_review < today(), 0) AS overdue
FROM framework f
