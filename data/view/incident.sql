-- The clocks of an incident (GDPR article 33, NIS2 article 23). They start when it was
-- detected, where that is not known when it was reported. A month ends at the end of
-- the month where its day is not in it. A notice that is owed and not sent is overdue
-- when its day has passed; the day it falls due itself is still in time.
SELECT d.id, d.gdpr_due, d.nis2_early_due, d.nis2_notice_due, d.nis2_final_due, d.days_open,
  d.hours_to_contain, d.hours_to_resolve,
  nullif(d.next_due, '9999') AS next_due,
  ifnull(d.gdpr_sent > d.gdpr_due, 0) OR ifnull(d.nis2_early_sent > d.nis2_early_due, 0)
    OR ifnull(d.nis2_notice_sent > d.nis2_notice_due, 0)
    OR ifnull(d.nis2_final_sent > d.nis2_final_due, 0) AS sent_late,
  substr(d.next_due, 1, 10) < today() AS overdue
FROM (
  SELECT c.*,
    min(CASE WHEN c.gdpr_due IS NULL OR c.gdpr_sent IS NOT NULL OR c.gdpr_no_notice IS NOT NULL
          THEN '9999' ELSE c.gdpr_due END,
        CASE WHEN c.nis2_early_due IS NULL OR c.nis2_early_sent IS NOT NULL
          THEN '9999' ELSE c.nis2_early_due END,
        CASE WHEN c.nis2_notice_due IS NULL OR c.nis2_notice_sent IS NOT NULL
          THEN '9999' ELSE c.nis2_notice_due END,
        CASE WHEN c.nis2_final_due IS NULL OR c.nis2_final_sent IS NOT NULL
          THEN '9999' ELSE c.nis2_final_due END) AS next_due
  FROM (
    SELECT i.id, i.gdpr_sent, i.gdpr_no_notice, i.nis2_early_sent, i.nis2_notice_sent, i.nis2_final_sent,
      CASE WHEN i.personal_data = 1
        THEN strftime('%Y-%m-%dT%H:%M', ifnull(i.detected, i.reported), '+72 hours') END AS gdpr_due,
      CASE WHEN i.nis2_significant = 1
        THEN strftime('%Y-%m-%dT%H:%M', ifnull(i.detected, i.reported), '+24 hours') END AS nis2_early_due,
      CASE WHEN i.nis2_significant = 1
        THEN strftime('%Y-%m-%dT%H:%M', ifnull(i.detected, i.reported), '+72 hours') END AS nis2_notice_due,
      CASE WHEN i.nis2_significant = 1
        THEN months_after(coalesce(i.nis2_notice_sent, i.detected, i.reported), 1) END AS nis2_final_due,
      CAST(julianday(CASE WHEN i.status = 'closed' THEN substr(i.closed, 1, 10) ELSE today() END)
        - julianday(substr(ifnull(i.reported, i.detected), 1, 10)) AS INTEGER) AS days_open,
      (CAST(strftime('%s', i.contained) AS INTEGER) - CAST(strftime('%s', i.detected) AS INTEGER)) / 3600
        AS hours_to_contain,
      (CAST(strftime('%s', i.resolved) AS INTEGER) - CAST(strftime('%s', i.detected) AS INTEGER)) / 3600
        AS hours_to_resolve
    FROM incident i
  ) c
) d
