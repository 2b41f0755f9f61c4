-- The version of the Statement of Applicability that is in force (6.1.3 d), and how many
-- entries were changed since.
SELECT v.version, v.approved_on, (SELECT p.title FROM person p WHERE p.id = v.approved_by),
  v.changed_since
FROM soa_version_view v
WHERE v.archived = 0 AND v.status = 'approved'
ORDER BY v.approved_on DESC, v.id DESC LIMIT 1
