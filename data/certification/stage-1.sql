-- What an auditor wants to see in stage 1: the documents, and that the ISMS is ready to be
-- looked at in practice. A line each, in the order of the standard: the clause, what is
-- asked, whether it is there (good) or begun, what there is, and the register and filter
-- of the records that mend it.
SELECT clause, requirement, CASE WHEN good THEN 'in place' WHEN begun THEN 'partly'
  ELSE 'missing' END AS state, text, kind, filter
FROM (
  SELECT '4.1' AS clause, 'Internal and external issues are named' AS requirement,
    count(DISTINCT origin) = 2 AS good, count(*) > 0 AS begun,
    count(*) || ' issues' AS text, 'context_issue' AS kind, 'status!=closed' AS filter
  FROM context_issue WHERE archived = 0 AND status <> 'closed'

  UNION ALL SELECT '4.1', 'It is decided whether climate change is an issue, with the reason',
    climate_relevant <> 'undecided' AND ifnull(trim(climate_reason), '') <> '',
    climate_relevant <> 'undecided', 'decided: ' || climate_relevant, 'organisation', ''
  FROM organisation

  UNION ALL SELECT '4.2', 'Interested parties are named, each with what it requires',
    count(*) > 0 AND sum(n = 0) = 0, count(*) > 0,
    count(*) || ' parties, ' || ifnull(sum(n = 0), 0) || ' without a requirement',
    'interested_party', ''
  FROM (SELECT (SELECT count(*) FROM requirement q WHERE q.party = p.id AND q.archived = 0) AS n
    FROM interested_party p WHERE p.archived = 0)

  UNION ALL SELECT '4.3', 'A version of the scope is approved and in force',
    ifnull(sum(in_force), 0) > 0, count(*) > 0,
    ifnull(max(CASE WHEN in_force THEN 'version ' || version || ' of ' || approved_on END),
      count(*) || ' versions, none in force'), 'scope_version', ''
  FROM scope_version_view WHERE archived = 0

  UNION ALL SELECT '4.4', 'The ISMS is in operation', ifnull(start_of_operation <= today(), 0),
    start_of_operation IS NOT NULL,
    ifnull('since ' || start_of_operation, 'it is not said since when'), 'organisation', ''
  FROM organisation

  UNION ALL SELECT '4.4', 'A certification body is chosen, with a day for stage 1',
    ifnull(sum(ifnull(trim(body), '') <> '' AND stage_1_on IS NOT NULL), 0) > 0, count(*) > 0,
    ifnull(max(body || ', stage 1 on ' || stage_1_on), count(*) || ' certificates planned'),
    'certificate', ''
  FROM certificate WHERE archived = 0 AND status NOT IN ('withdrawn', 'expired')
    AND standard LIKE '%27001%'

  UNION ALL SELECT '5.2', 'The information security policy is published',
    ifnull(sum(state IN ('present', 'register')), 0) > 0,
    ifnull(sum(state IN ('draft', 'overdue')), 0) > 0, ifnull(max(state), 'no such entry'),
    'mandatory_document', 'clause="5.2"'
  FROM mandatory_document_view WHERE archived = 0 AND duty = 'clause' AND clause = '5.2'

  UNION ALL SELECT '5.3', 'Top management is named, and somebody sees to the ISMS',
    count(DISTINCT role_kind) = 2, count(*) > 0, count(DISTINCT role_kind) || ' of 2 assigned',
    'role', ''
  FROM role_view
  WHERE archived = 0 AND holders > 0 AND role_kind IN ('isms manager', 'top management')

  UNION ALL SELECT '6.1.2', 'The risk method is approved, with criteria for accepting risks',
    ifnull(sum(approved AND criteria), 0) > 0, ifnull(sum(approved OR criteria), 0) > 0,
    CASE WHEN count(*) = 0 THEN 'none in force' ELSE max(title) ||
      CASE WHEN max(approved) THEN '' ELSE ', not approved' END ||
      CASE WHEN max(criteria) THEN '' ELSE ', criteria incomplete' END END, 'risk_method', ''
  FROM (SELECT m.title, m.appetite IS NOT NULL AND m.tolerance IS NOT NULL
      AND ifnull(trim(m.accept_rule), '') <> '' AS criteria,
      (m.approved_by IS NOT NULL AND m.approved_on IS NOT NULL)
      OR EXISTS (SELECT 1 FROM approval a WHERE a.archived = 0 AND a.answer <> 'rejected'
        AND a.object = 'risk_method/' || lower(hex(m.uid))) AS approved
    FROM organisation o JOIN risk_method m ON m.id = o.method)

  UNION ALL SELECT '6.1.2', 'The risks are identified and rated',
    count(*) > 0 AND sum(level IS NULL) = 0, count(*) > 0,
    count(*) || ' risks, ' || ifnull(sum(level IS NULL), 0) || ' not rated', 'risk',
    CASE WHEN sum(level IS NULL) > 0 THEN 'status!=closed level:' ELSE 'status!=closed' END
  FROM risk_view WHERE archived = 0 AND status <> 'closed'

  UNION ALL SELECT '6.1.3', 'Each risk above tolerance has its treatment',
    count(*) > 0 AND sum(need = 'treat' AND ifnull(treatment, '') = '') = 0, count(*) > 0,
    ifnull(sum(need = 'treat' AND ifnull(treatment, '') = ''), 0) || ' of '
      || ifnull(sum(need = 'treat'), 0) || ' without one', 'risk',
    'status!=closed need=treat treatment:'
  FROM risk_view WHERE archived = 0 AND status <> 'closed' AND level IS NOT NULL

  UNION ALL SELECT '6.1.3', 'Every control of Annex A is decided on, with the reason',
    count(*) > 0 AND sum(applicable = 'undecided') + sum(unsaid) = 0,
    ifnull(sum(applicable <> 'undecided'), 0) > 0,
    ifnull(sum(applicable = 'undecided'), 0) || ' of ' || count(*) || ' undecided, '
      || ifnull(sum(unsaid), 0) || ' without reason', 'soa_entry',
    CASE WHEN sum(applicable = 'undecided') > 0 THEN 'applicable=undecided' ELSE
      '(applicable=yes reasons: justification:) or (applicable=no justification:)' END
  FROM (SELECT applicable, ifnull(trim(justification), '') = '' AND (applicable = 'no'
      OR (applicable = 'yes' AND ifnull(reasons, '') = '')) AS unsaid
    FROM soa_entry WHERE archived = 0)

  UNION ALL SELECT '6.1.3', 'A version of the Statement of Applicability is approved',
    ifnull(sum(status = 'approved'), 0) > 0, count(*) > 0,
    ifnull(max(CASE WHEN status = 'approved' THEN 'version ' || version END),
      count(*) || ' versions, none approved'), 'soa_version', ''
  FROM soa_version WHERE archived = 0

  UNION ALL SELECT '6.2', 'Information security objectives are set and approved',
    ifnull(sum(status <> 'draft'), 0) > 0, count(*) > 0,
    count(*) || ' objectives, ' || ifnull(sum(status = 'draft'), 0) || ' not approved',
    'objective', 'status!=cancelled'
  FROM objective WHERE archived = 0 AND status <> 'cancelled'

  UNION ALL SELECT '7.2', 'Evidence shows the competence of people in roles of the ISMS',
    count(*) > 0 AND sum(proven) = count(*), ifnull(sum(proven), 0) > 0,
    ifnull(sum(proven), 0) || ' of ' || count(*) || ' needed', 'person_competence', ''
  FROM (SELECT evidence IS NOT NULL OR ifnull(trim(notes), '') <> '' AS proven
    FROM person_competence_view WHERE archived = 0 AND needed IS NOT NULL)

  UNION ALL SELECT '7.5', 'The documents that the clauses demand are published',
    count(*) > 0 AND sum(state IN ('present', 'register')) = count(*),
    ifnull(sum(state IN ('present', 'register')), 0) > 0,
    ifnull(sum(state IN ('present', 'register')), 0) || ' of ' || count(*),
    'mandatory_document', 'duty=clause state!=present state!=register'
  FROM mandatory_document_view WHERE archived = 0 AND duty = 'clause'

  UNION ALL SELECT '9.1', 'It is said what is measured, how and when',
    count(*) > 0, 0, count(*) || ' active metrics', 'metric', 'status=active'
  FROM metric WHERE archived = 0 AND status = 'active'

  UNION ALL SELECT '9.2', 'An internal audit is held and reported', ifnull(sum(held), 0) > 0,
    count(*) > 0, ifnull('the last one on ' || max(CASE WHEN held THEN day END),
      ifnull('planned for ' || max(day), 'none is planned')), 'audit', 'audit_kind=internal'
  FROM (SELECT ifnull(finish, start) AS day, status IN ('reported', 'closed')
      AND months_after(ifnull(finish, start), 12) >= today() AS held
    FROM audit WHERE archived = 0 AND audit_kind = 'internal'
      AND status NOT IN ('postponed', 'cancelled'))

  UNION ALL SELECT '9.3', 'A management review is held', ifnull(sum(held), 0) > 0, count(*) > 0,
    ifnull('the last one on ' || max(CASE WHEN held THEN held_on END),
      ifnull('planned for ' || max(planned), 'none is planned')), 'management_review', ''
  FROM (SELECT held_on, planned, ifnull(months_after(held_on, 12) >= today(), 0) AS held
    FROM management_review WHERE archived = 0)

  UNION ALL SELECT 'A.5.31', 'Laws and contracts are registered',
    count(*) > 0, 0, count(*) || ' entries', 'legal_requirement', ''
  FROM legal_requirement WHERE archived = 0
)
