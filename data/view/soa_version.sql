-- How far the Statement of Applicability has moved on since it was approved (6.1.3 d).
-- Entries that came into the file before the version did are what it approved.
SELECT v.id,
  CASE WHEN v.status = 'approved' THEN (SELECT count(*) FROM soa_entry s
    WHERE s.archived = 0 AND substr(s.changed_at, 1, 10) > v.approved_on
      AND s.changed_at > v.created_at) END AS changed_since
FROM soa_version v
