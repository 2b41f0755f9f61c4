-- id: competence-gap
-- clause: 7.2
-- severity: error
-- kind: role_competence
-- field: gap
-- what: Somebody in a role lacks the competence that it needs
-- auditor: You say that this role needs it. What do you do to bring the person there?
-- mend: Train, exchange or support the person, and assess the level anew.
SELECT id, title || ': ' || lacking || ' of ' || holders || ' persons' AS text
FROM role_competence_view WHERE archived = 0 AND lacking > 0
