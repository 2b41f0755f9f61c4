-- The review of a processing activity is due by its day (GDPR article 30).
SELECT p.id, p.status <> 'ended' AND ifnull(p.next_review < today(), 0) AS overdue
FROM processing_activity p
