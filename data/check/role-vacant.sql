-- id: role-vacant
-- clause: 5.3
-- severity: error
-- kind: role
-- field: holders
-- what: A role of the ISMS has no holder, or not the deputy that it needs
-- auditor: Who does this today, and who when that person is away?
-- mend: Assign a holder and, where one is needed, a deputy.
SELECT id, title || CASE WHEN holders = 0 THEN ': no holder' ELSE ': no deputy' END AS text
FROM role_view WHERE archived = 0 AND vacant = 1
