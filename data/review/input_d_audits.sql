-- Input d 3 (9.3.2): audits held since ?1 with their findings by grade, those that are
-- planned, and the clauses and controls that had most findings.
WITH held AS (
  SELECT a.* FROM audit_view a
  WHERE a.archived = 0 AND a.status NOT IN ('planned', 'announced', 'cancelled', 'postponed')
    AND (a.open_findings > 0 OR ifnull(a.finish, ifnull(a.start, substr(a.changed_at, 1, 10))) >= ?1)
), found AS (
  SELECT f.*, ifnull((SELECT code FROM clause WHERE id = f.clause), (SELECT code FROM control WHERE id = f.control)) AS about
  FROM finding f JOIN held a ON a.id = f.audit
  WHERE f.archived = 0 AND f.grade <> 'conformity'
)
SELECT text FROM (
  SELECT 1 AS n, '' AS k, (SELECT count(*) FROM held) || ' audits held; findings: '
    || sum(grade = 'major') || ' major, ' || sum(grade = 'minor') || ' minor, ' || sum(grade = 'observation')
    || ' observations, ' || sum(grade = 'opportunity') || ' opportunities' AS text
  FROM found HAVING count(*) > 0
  UNION ALL
  SELECT 2, ifnull(start, '') || code, code || ' ' || title || ' (' || audit_kind || '): ' || status || ', '
    || findings || ' findings, ' || nonconformities || ' minor or major, ' || open_findings || ' open' FROM held
  UNION ALL
  SELECT 3, '', 'Minor and major by clause and control: ' || group_concat(about || CASE WHEN times > 1 THEN ' (' || times || ')' ELSE '' END, ', ')
  FROM (SELECT about, count(*) AS times FROM found WHERE grade IN ('minor', 'major') AND about IS NOT NULL
    GROUP BY about ORDER BY times DESC, about) HAVING count(*) > 0
  UNION ALL
  SELECT 4, ifnull(a.start, '9') || a.code, a.code || ' ' || a.title || ' (' || a.audit_kind || '): ' || a.status
    || ifnull(' for ' || a.start, '') || CASE WHEN a.overdue THEN ', OVERDUE' ELSE '' END
  FROM audit_view a WHERE a.archived = 0 AND a.status IN ('planned', 'announced', 'postponed'))
ORDER BY n, k
