-- What a person answers for (5.3): how many live records name that person as owner.
SELECT p.id, ifnull(o.n, 0) AS owns
FROM person p LEFT JOIN (
  SELECT owner, count(*) AS n FROM (
    SELECT owner FROM asset WHERE archived = 0 AND status <> 'retired' AND status <> 'disposed'
    UNION ALL SELECT owner FROM control WHERE archived = 0 AND status <> 'retired'
    UNION ALL SELECT owner FROM document WHERE archived = 0
    UNION ALL SELECT owner FROM legal_requirement WHERE archived = 0
    UNION ALL SELECT owner FROM objective WHERE archived = 0
    UNION ALL SELECT owner FROM process WHERE archived = 0
    UNION ALL SELECT owner FROM risk WHERE archived = 0 AND status <> 'closed'
    UNION ALL SELECT owner FROM supplier WHERE archived = 0 AND status <> 'ended'
  ) WHERE owner IS NOT NULL GROUP BY owner
) o ON o.owner = p.id
