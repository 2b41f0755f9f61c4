-- id: role-without-duties
-- clause: 5.3
-- severity: warning
-- kind: role
-- field: duties
-- what: A role of the ISMS has no duties or no authority
-- auditor: What is this role responsible for, and what may it decide? Both have to be assigned
--   and made known.
-- mend: Describe duties and authority in two sentences.
SELECT id, title || CASE WHEN ifnull(trim(duties), '') = '' THEN ': no duties'
  ELSE ': no authority' END AS text
FROM role
WHERE archived = 0 AND isms_role = 1
  AND (ifnull(trim(duties), '') = '' OR ifnull(trim(authority), '') = '')
