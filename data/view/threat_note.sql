-- A report that makes risks be rated anew is late when that is not done by its day (A.5.7).
SELECT n.id,
  ifnull(n.reassess, 0) AND n.reassessed_on IS NULL AND ifnull(n.due < today(), 0) AS overdue
FROM threat_note n
