-- What a document's versions come to (7.5). It is published where a version is, else
-- as far as its latest version. Its review is due the interval after the last review,
-- or after the published version came into force where that is later; a day that the
-- month has not becomes its last.
SELECT d.id, d.version, d.state, d.acknowledged, d.controls,
  months_after(d.since, d.review_interval) AS next_review,
  d.state <> 'withdrawn' AND ifnull(months_after(d.since, d.review_interval) < today(), 0) AS overdue
FROM (
  SELECT o.id, o.review_interval, o.controls, p.version,
    nullif(max(ifnull(o.last_review, ''), ifnull(p.valid_from, ifnull(p.written_on, ''))), '') AS since,
    CASE WHEN p.id IS NOT NULL THEN 'published' ELSE o.latest END AS state,
    (SELECT CAST(100 * sum(k.signed_on IS NOT NULL) / count(*) AS INTEGER) FROM acknowledgement k
      WHERE k.version = p.id AND k.archived = 0) AS acknowledged
  FROM (
    SELECT b.id, b.last_review, b.review_interval,
      (SELECT v.id FROM document_version v WHERE v.document = b.id AND v.archived = 0 AND v.status = 'published'
        ORDER BY v.valid_from DESC, v.id DESC LIMIT 1) AS current,
      ifnull((SELECT CASE v.status WHEN 'superseded' THEN 'withdrawn' ELSE v.status END
        FROM document_version v WHERE v.document = b.id AND v.archived = 0
        ORDER BY v.status = 'superseded' OR v.status = 'withdrawn', v.id DESC LIMIT 1), 'none') AS latest,
      (SELECT count(*) FROM control_documents l JOIN control c ON c.id = l.control_id
        WHERE l.ref_id = b.id AND c.archived = 0) AS controls
    FROM document b
  ) o LEFT JOIN document_version p ON p.id = o.current
) d
