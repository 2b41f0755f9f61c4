-- The cycle of a certificate: the first surveillance within twelve months of the decision,
-- one in each calendar year, the recertification before it expires after three years. A
-- day that the month has not becomes its last. A surveillance held before the decision was
-- one of the cycle before, where the same record goes on after a recertification.
SELECT v.id, v.surveillance_1_due, v.surveillance_2_due, v.recertification_due, v.next_due,
  ifnull(v.next_due < today(), 0) AS overdue
FROM (
  SELECT n.*,
    CASE n.status
      WHEN 'preparing' THEN n.stage_1_on
      WHEN 'stage 1' THEN n.stage_2_on
      WHEN 'stage 2' THEN NULL
      WHEN 'withdrawn' THEN NULL
      WHEN 'expired' THEN NULL
      ELSE CASE WHEN n.surveillance_1_on IS NULL THEN n.surveillance_1_due
                WHEN n.surveillance_2_on IS NULL
                THEN min(n.surveillance_2_due, ifnull(n.recertification_due, n.surveillance_2_due))
                ELSE n.recertification_due END END AS next_due
  FROM (
    SELECT c.id, c.status, c.stage_1_on, c.stage_2_on, c.surveillance_1_on, c.surveillance_2_on,
      months_after(c.decided_on, 12) AS surveillance_1_due,
      (strftime('%Y', coalesce(c.surveillance_1_on, months_after(c.decided_on, 12))) + 1)
        || '-12-31' AS surveillance_2_due,
      coalesce(c.expires, months_after(c.decided_on, 36)) AS recertification_due
    FROM (SELECT id, status, stage_1_on, stage_2_on, decided_on, expires,
      CASE WHEN surveillance_1_on >= decided_on THEN surveillance_1_on END AS surveillance_1_on,
      CASE WHEN surveillance_2_on >= decided_on THEN surveillance_2_on END AS surveillance_2_on
      FROM certificate) c
  ) n
) v
