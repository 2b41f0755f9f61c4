-- id: certificate-surveillance-late
-- clause: 4.4
-- severity: error
-- kind: certificate
-- field: surveillance_1_on
-- what: A surveillance was held later than it may be
-- auditor: The first comes within twelve months of the decision, and each calendar year has one. What
--   did the certification body say to the delay?
-- mend: Note what the body decided, and agree on the next day in time.
SELECT id, title || ': first on ' || surveillance_1_on || ', due on ' || surveillance_1_due AS text
FROM certificate_view WHERE archived = 0 AND status IN ('certified', 'suspended', 'recertification')
  AND surveillance_1_on > surveillance_1_due
UNION ALL
SELECT id, title || ': second on ' || surveillance_2_on || ', due on ' || surveillance_2_due
FROM certificate_view WHERE archived = 0 AND status IN ('certified', 'suspended', 'recertification')
  AND surveillance_1_on >= decided_on AND surveillance_2_on > surveillance_2_due
