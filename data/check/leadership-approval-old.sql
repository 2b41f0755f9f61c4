-- id: leadership-approval-old
-- clause: 5.1
-- severity: error
-- kind: approval
-- what: Top management has approved nothing for the ISMS within a year
-- auditor: How does top management show that it leads: which plan, which resources did it
--   approve, and when?
-- mend: Put plan and resources to top management, and record its approval with role and day.
SELECT NULL AS id, 'no approval by top management since ' || months_after(today(), -12) AS text
WHERE NOT EXISTS (SELECT 1 FROM approval a
  WHERE a.archived = 0 AND a.answer <> 'rejected' AND months_after(a.decided_at, 12) >= today()
    AND (EXISTS (SELECT 1 FROM role r WHERE r.id = a.role AND r.role_kind = 'top management')
      OR EXISTS (SELECT 1 FROM assignment s JOIN role r ON r.id = s.role
        WHERE s.person = a.person AND s.archived = 0 AND r.role_kind = 'top management')))
