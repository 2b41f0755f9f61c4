-- id: supplier-not-assessed
-- clause: A.5.19
-- severity: error
-- kind: supplier
-- field: last_assessed
-- what: A supplier that matters was never assessed
-- auditor: You rely on it or let it see your data. How do you know that it is safe?
-- mend: Assess it by questionnaire, certificate, audit or visit.
SELECT id, title AS text FROM supplier_view
WHERE archived = 0 AND status IN ('assessed', 'approved', 'under watch')
  AND (criticality >= 3 OR data_access = 1 OR cloud = 1) AND last_assessed IS NULL
