-- id: soa-undecided
-- clause: 6.1.3
-- severity: error
-- kind: soa_entry
-- field: applicable
-- what: It is not decided whether a control applies
-- auditor: The Statement of Applicability decides on every control of Annex A. What about this
--   one?
-- mend: Answer yes or no, with the reason.
SELECT id, title AS text FROM soa_entry_view WHERE archived = 0 AND applicable = 'undecided'
