-- What a document's versions come to (7.5). It is published where a version is, else
-- as far as its latest version. Its review is due the interval after the last review,
-- or after the published version came into force where that is later; a day that the
-- month has not becomes its last. The path names what it stands below, twenty steps at
-- most where documents stand below each other in a ring.
SELECT d.id, d.version, d.state, d.acknowledged, d.controls,
  (SELECT group_concat(w.word, '; ') FROM (
      SELECT 'objectives' AS word UNION ALL SELECT 'requirements' UNION ALL SELECT 'improvement' UNION ALL SELECT 'scope'
      UNION ALL SELECT 'risk approach' UNION ALL SELECT 'roles' UNION ALL SELECT 'enforcement' UNION ALL SELECT 'incidents') w
    WHERE d.is_policy AND ';' || replace(ifnull(d.contents, ''), '; ', ';') || ';' NOT LIKE '%;' || w.word || ';%')
    AS contents_missing,
  (WITH RECURSIVE up(parent, path, n) AS (
      SELECT t.parent, ifnull(t.position || ' ', '') || t.title, 1 FROM document t WHERE t.id = d.id UNION ALL
      SELECT t.parent, ifnull(t.position || ' ', '') || t.title || ' > ' || up.path, up.n + 1
      FROM up JOIN document t ON t.id = up.parent WHERE up.n < 20)
    SELECT path FROM up ORDER BY n DESC LIMIT 1) AS path,
  months_after(d.since, d.review_interval) AS next_review,
  d.state <> 'withdrawn' AND ifnull(months_after(d.since, d.review_interval) < today(), 0) AS overdue
FROM (
  SELECT o.id, o.review_interval, o.controls, o.contents, o.is_policy, p.version,
    nullif(max(ifnull(o.last_review, ''), ifnull(p.valid_from, ifnull(p.written_on, ''))), '') AS since,
    CASE WHEN p.id IS NOT NULL THEN 'published' ELSE o.latest END AS state,
    (SELECT CAST(100 * sum(k.signed_on IS NOT NULL) / count(*) AS INTEGER) FROM acknowledgement k
      WHERE k.version = p.id AND k.archived = 0) AS acknowledged
  FROM (
    SELECT b.id, b.last_review, b.review_interval, b.contents,
      EXISTS (SELECT 1 FROM mandatory_document_documents l JOIN mandatory_document m ON m.id = l.mandatory_document_id
        WHERE l.ref_id = b.id AND m.archived = 0 AND m.clause = '5.2') AS is_policy,
      (SELECT v.id FROM document_version v WHERE v.document = b.id AND v.document IS NOT NULL AND v.archived = 0 AND v.status = 'published'
        ORDER BY v.valid_from DESC, v.id DESC LIMIT 1) AS current,
      ifnull((SELECT CASE v.status WHEN 'superseded' THEN 'withdrawn' ELSE v.status END
        FROM document_version v WHERE v.document = b.id AND v.document IS NOT NULL AND v.archived = 0
        ORDER BY v.status = 'superseded' OR v.status = 'withdrawn', v.id DESC LIMIT 1), 'none') AS latest,
      (SELECT count(*) FROM control_documents l JOIN control c ON c.id = l.control_id
        WHERE l.ref_id = b.id AND c.archived = 0) AS controls
    FROM document b
  ) o LEFT JOIN document_version p ON p.id = o.current
) d
