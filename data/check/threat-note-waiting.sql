-- id: threat-note-waiting
-- clause: A.5.7
-- severity: warning
-- kind: threat_note
-- field: relevance
-- what: A report on threats has not been judged for two weeks
-- auditor: You receive it; who reads it and draws conclusions?
-- mend: Judge its relevance, and say what follows.
SELECT id, title || ifnull(': received on ' || received_on, '') AS text FROM threat_note
WHERE archived = 0 AND relevance = 'not judged'
  AND ifnull(received_on < date(today(), '-14 days'), 1)
