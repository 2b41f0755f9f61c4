-- id: remark-open
-- clause: 7.4
-- severity: hint
-- kind: remark
-- field: answer
-- what: A remark has waited for an answer for two weeks
-- auditor: Does whoever asks get an answer?
-- mend: Answer it.
SELECT id, title || ifnull(': said on ' || said_on, '') AS text FROM remark
WHERE archived = 0 AND status = 'open' AND remark_kind <> 'praise'
  AND said_on < date(today(), '-14 days')
