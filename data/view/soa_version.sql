-- How far the Statement of Applicability has moved on since it was approved (6.1.3 d):
-- the entries that are not as they were after the transaction that froze the copy. So
-- what was changed later on the same day counts, and what was changed and taken back does
-- not: of each field, and each record that is linked, the first line of the history after
-- it is compared with the last. A version that came into the file without a copy has
-- only its day; the entries that were in the file before it are what it approved.
SELECT v.id,
  CASE WHEN v.status = 'approved' THEN (SELECT count(*) FROM soa_entry s
    WHERE s.archived = 0 AND CASE WHEN v.frozen IS NULL
      THEN substr(s.changed_at, 1, 10) > v.approved_on AND s.changed_at > v.created_at
      ELSE EXISTS (SELECT 1 FROM (SELECT min(h.id) AS a, max(h.id) AS b FROM history h
          WHERE h.uid = s.uid AND h.tx > (SELECT max(f.tx) FROM history f
            WHERE f.uid = v.uid AND f.new IS NOT NULL AND (f.field = 'frozen' OR (f.op = 'add'
              AND json_extract(f.new, '$.frozen') IS NOT NULL)))
          GROUP BY h.field, CASE h.op WHEN 'link' THEN h.new WHEN 'unlink' THEN h.old END) g
        JOIN history o ON o.id = g.a JOIN history n ON n.id = g.b
        WHERE o.old IS NOT n.new) END) END AS changed_since
FROM soa_version v
