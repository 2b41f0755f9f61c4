-- What an auditor wants to see in stage 2: that the ISMS is lived. Columns as in stage-1.sql.
SELECT clause, requirement, CASE WHEN good THEN 'in place' WHEN begun THEN 'partly'
  ELSE 'missing' END AS state, text, kind, filter
FROM (
  SELECT '4.4' AS clause, 'Stage 1 is held' AS requirement,
    ifnull(sum(status <> 'preparing'), 0) > 0 AS good,
    ifnull(sum(stage_1_on IS NOT NULL), 0) > 0 AS begun,
    ifnull('stage 1 on ' || max(stage_1_on), 'no day for it') AS text,
    'certificate' AS kind, '' AS filter
  FROM certificate WHERE archived = 0 AND status NOT IN ('withdrawn', 'expired')
    AND standard LIKE '%27001%'

  UNION ALL SELECT '4.4', 'The ISMS has been in operation for two months before stage 2',
    ifnull(months_after(o.start_of_operation, 2) <= ifnull(s.day, today()), 0),
    o.start_of_operation IS NOT NULL, ifnull('since ' || o.start_of_operation || ', '
      || CAST(julianday(ifnull(s.day, today())) - julianday(o.start_of_operation) AS INTEGER)
      || ' days ' || ifnull('before stage 2 on ' || s.day, 'by today; stage 2 has no day'),
      'it is not said since when'), 'organisation', ''
  FROM organisation o LEFT JOIN (SELECT max(stage_2_on) AS day FROM certificate
    WHERE archived = 0 AND status NOT IN ('withdrawn', 'expired') AND standard LIKE '%27001%') s

  UNION ALL SELECT '5.2', 'Nine of ten people have confirmed the policies',
    count(*) > 0 AND min(ifnull(acknowledged, 0)) >= 90, ifnull(max(acknowledged), 0) > 0,
    CASE WHEN count(*) = 0 THEN 'no published policy'
      ELSE count(*) || ' policies, least ' || min(ifnull(acknowledged, 0)) || ' %' END,
    'document', 'doc_type=policy state=published'
  FROM document_view WHERE archived = 0 AND doc_type = 'policy' AND state = 'published'

  UNION ALL SELECT '6.1.3', 'Each control that applies is implemented, or planned with a day',
    count(*) > 0 AND sum(gap AND NOT planned) = 0, ifnull(sum(NOT gap), 0) > 0,
    ifnull(sum(NOT gap), 0) || ' of ' || count(*) || ' implemented, '
      || ifnull(sum(gap AND planned), 0) || ' planned, '
      || ifnull(sum(gap AND NOT planned), 0) || ' without a plan', 'soa_entry',
    CASE WHEN sum(gap AND NOT planned) > 0 THEN
      'applicable=yes implementation!=implemented (responsible: or target_date:)'
      ELSE 'applicable=yes implementation!=implemented' END
  FROM (SELECT implementation <> 'implemented' AS gap,
      responsible IS NOT NULL AND target_date IS NOT NULL AS planned
    FROM soa_entry WHERE archived = 0 AND applicable = 'yes')

  UNION ALL SELECT '6.1.3', 'No gap of the Statement of Applicability is overdue',
    count(*) > 0 AND sum(late) = 0, count(*) > 0, ifnull(sum(late), 0) || ' overdue', 'soa_entry',
    'applicable=yes implementation!=implemented target_date<today'
  FROM (SELECT implementation <> 'implemented' AND ifnull(target_date < today(), 0) AS late
    FROM soa_entry WHERE archived = 0 AND applicable = 'yes')

  UNION ALL SELECT '6.1.3', 'The owners have accepted what remains of risks above appetite',
    count(*) > 0 AND sum(open) = 0, count(*) > 0,
    ifnull(sum(open), 0) || ' of ' || count(*) || ' risks not accepted', 'risk',
    '(status=treated or status=monitored)'
  FROM (SELECT r.status IN ('treated', 'monitored') AND ifnull(r.residual_level > m.appetite, 0)
      AND NOT EXISTS (SELECT 1 FROM risk_acceptance a
        WHERE a.risk = r.id AND a.risk IS NOT NULL AND a.archived = 0 AND a.status = 'accepted')
      AND NOT EXISTS (SELECT 1 FROM approval p WHERE p.archived = 0 AND p.answer <> 'rejected'
        AND p.object = 'risk/' || lower(hex(r.uid))) AS open
    FROM risk_view r, organisation o LEFT JOIN risk_method m ON m.id = o.method
    WHERE r.archived = 0 AND r.risk_kind = 'threat' AND r.status <> 'closed')

  UNION ALL SELECT '6.2', 'The objectives are followed',
    count(*) > 0 AND sum(measured) = count(*), ifnull(sum(measured), 0) > 0,
    ifnull(sum(measured), 0) || ' of ' || count(*) || ' with a value', 'objective',
    'status!=draft status!=cancelled'
  FROM (SELECT value_now IS NOT NULL OR ifnull(trim(evaluation), '') <> '' AS measured
    FROM objective_view WHERE archived = 0 AND status NOT IN ('draft', 'cancelled'))

  UNION ALL SELECT '7.2', 'Nobody in a role of the ISMS lacks the competence that it needs',
    count(*) > 0 AND sum(lacking > 0) = 0, count(*) > 0,
    count(*) || ' needs, ' || ifnull(sum(lacking > 0), 0) || ' not met', 'role_competence', ''
  FROM role_competence_view WHERE archived = 0

  UNION ALL SELECT '7.3', 'Nine of ten people have had the awareness training for them',
    count(*) > 0 AND min(ifnull(quota, 0)) >= 90, ifnull(max(quota), 0) > 0,
    CASE WHEN count(*) = 0 THEN 'no awareness training'
      ELSE count(*) || ' trainings, least ' || min(ifnull(quota, 0)) || ' %' END,
    'training', 'training_kind=awareness'
  FROM training_view WHERE archived = 0 AND training_kind = 'awareness'

  UNION ALL SELECT '8.1', 'Recurring tasks are done in time',
    count(*) > 0 AND sum(late) = 0 AND sum(done) > 0, ifnull(sum(done), 0) > 0,
    count(*) || ' tasks, ' || ifnull(sum(late), 0) || ' late by more than a month',
    'maintenance_task', CASE WHEN sum(late) > 0 THEN 'overdue=yes' ELSE 'status=active' END
  FROM (SELECT overdue = 1 AND days_late > 30 AS late, last_done IS NOT NULL AS done
    FROM maintenance_task_view WHERE archived = 0 AND status = 'active')

  UNION ALL SELECT '8.1', 'Records show that the processes ran', count(*) > 0, 0,
    count(*) || ' pieces of evidence', 'evidence', ''
  FROM evidence WHERE archived = 0

  UNION ALL SELECT '8.2', 'A full assessment of the risks is closed, within its interval',
    ifnull(sum(fresh), 0) > 0, count(*) > 0,
    ifnull('the last one of ' || max(finished), count(*) || ' begun, none closed'),
    'risk_assessment', 'assessment_kind=full'
  FROM (SELECT CASE WHEN status = 'closed' THEN finished END AS finished, status = 'closed'
      AND ifnull(next_due, date(finished, '+1 year')) >= today() AS fresh
    FROM risk_assessment_view
    WHERE archived = 0 AND assessment_kind = 'full' AND status <> 'cancelled')

  UNION ALL SELECT '8.3', 'The treatment of risks is carried out in time',
    count(*) > 0 AND sum(late) = 0, count(*) > 0,
    count(*) || ' actions, ' || ifnull(sum(late), 0) || ' overdue', 'action',
    '!status:done !status:verified !status:cancelled due<today'
  FROM (SELECT status NOT IN ('done', 'verified') AND ifnull(due < today(), 0) AS late
    FROM action WHERE archived = 0 AND status <> 'cancelled')

  UNION ALL SELECT '9.1', 'Each metric has a value of its last period',
    count(*) > 0 AND sum(late) = 0, ifnull(sum(measured), 0) > 0,
    count(*) || ' metrics, ' || ifnull(sum(late), 0) || ' without', 'metric',
    'status=active (overdue=yes or latest:)'
  FROM (SELECT latest IS NOT NULL AS measured, overdue = 1 OR latest IS NULL AS late
    FROM metric_view WHERE archived = 0 AND status = 'active')

  UNION ALL SELECT '9.2', 'Every clause was audited within three years',
    count(*) > 0 AND sum(done) = count(*), ifnull(sum(done), 0) > 0,
    ifnull(sum(done), 0) || ' of ' || count(*) || ' clauses', 'clause',
    'last_audited: or last_audited<-3y'
  FROM (SELECT ifnull(months_after(last_audited, 36) >= today(), 0) AS done
    FROM clause_view WHERE archived = 0)

  UNION ALL SELECT '9.2', 'Every control that applies was audited within three years',
    count(*) > 0 AND sum(done) = count(*), ifnull(sum(done), 0) > 0,
    ifnull(sum(done), 0) || ' of ' || count(*) || ' controls', 'audit_programme', ''
  FROM (SELECT e.control IN (SELECT l.ref_id FROM audit a JOIN audit_controls l
        ON l.audit_id = a.id WHERE a.archived = 0 AND a.status IN ('reported', 'closed')
        AND months_after(ifnull(a.finish, a.start), 36) >= today()
        AND NOT EXISTS (SELECT 1 FROM audit_step s WHERE s.audit = a.id AND s.audit IS NOT NULL
          AND s.control = l.ref_id
          AND s.archived = 0 AND s.result = 'not audited')
      UNION SELECT s.control FROM audit a JOIN audit_step s ON s.audit = a.id AND s.audit IS NOT NULL
      WHERE a.archived = 0 AND a.status IN ('reported', 'closed') AND s.archived = 0
        AND s.result <> 'not audited' AND s.control IS NOT NULL
        AND months_after(ifnull(a.finish, a.start), 36) >= today()) AS done
    FROM soa_entry e WHERE e.archived = 0 AND e.applicable = 'yes')

  UNION ALL SELECT '9.3', 'A management review is held with all inputs, its minutes approved',
    ifnull(sum(held AND whole), 0) > 0, ifnull(sum(held), 0) > 0,
    ifnull(max(CASE WHEN held THEN 'of ' || held_on || CASE WHEN whole THEN '' ELSE
      ', inputs or minutes incomplete' END END), 'none within a year'), 'management_review', ''
  FROM (SELECT held_on, ifnull(months_after(held_on, 12) >= today(), 0) AS held,
      status IN ('minutes approved', 'closed') AND inputs_missing IS NULL AS whole
    FROM management_review_view WHERE archived = 0)

  UNION ALL SELECT '10.2', 'No major nonconformity is open', count(*) = 0, 0,
    count(*) || ' open', 'finding', 'grade=major status!=closed'
  FROM finding WHERE archived = 0 AND grade = 'major' AND status <> 'closed'

  UNION ALL SELECT '10.2', 'Findings of stage 1 are closed', ifnull(sum(open), 0) = 0,
    ifnull(sum(NOT open), 0) > 0,
    CASE WHEN count(*) = 0 THEN 'none is entered'
      ELSE sum(open) || ' of ' || count(*) || ' open' END,
    'finding', 'status!=closed'
  FROM (SELECT f.status <> 'closed' AS open FROM finding f JOIN audit a ON a.id = f.audit
    WHERE f.archived = 0 AND a.audit_kind = 'stage 1' AND f.grade IN ('minor', 'major'))

  UNION ALL SELECT '10.2', 'Nonconformities have a cause and an action',
    ifnull(sum(bare), 0) = 0, ifnull(sum(NOT bare), 0) > 0,
    count(*) || ' open, ' || ifnull(sum(bare), 0) || ' without', 'nonconformity',
    'status!=closed (cause: or (actions=0 corrective:))'
  FROM (SELECT ifnull(trim(cause), '') = '' OR (actions = 0 AND ifnull(trim(corrective), '') = '')
      AS bare
    FROM nonconformity_view WHERE archived = 0 AND status <> 'closed')
)
