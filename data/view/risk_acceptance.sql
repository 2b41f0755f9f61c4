-- An acceptance stands only until it expires (6.1.3 f).
SELECT a.id, a.status = 'accepted' AND ifnull(a.expires < today(), 0) AS overdue
FROM risk_acceptance a
