-- What a party wants, and how much of it nobody has decided on (4.2).
SELECT p.id,
  (SELECT count(*) FROM requirement q WHERE q.party = p.id AND q.archived = 0) AS requirements,
  (SELECT count(*) FROM requirement q WHERE q.party = p.id AND q.archived = 0
    AND q.in_isms = 'undecided') AS undecided,
  EXISTS (SELECT 1 FROM requirement q WHERE q.party = p.id AND q.archived = 0
    AND q.climate = 1) AS climate,
  ifnull(p.next_review < today(), 0) AS overdue
FROM interested_party p
