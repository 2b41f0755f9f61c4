#!/bin/sh
# states.sh: what a state asks for is asked of a record that begins in it as of one that
# comes to it; an import says it. Prints TAP.
. "$(dirname "$0")/head.sh"

newest() { "$ISMS_BIN" -f "$file" log --limit 1; }

# 'KIND FIELD=VALUE...' FIELD: adding it is refused for want of that field
asks() {
	before=$(newest)
	eval "run add $1"
	[ "$rc" = 1 ] && grep -q "^isms: $2: " err
	result $? "$1 asks for $2"
	[ "$(newest)" = "$before" ]
	result $? 'nothing was written'
}

run init --org Acme
run add person title=Ann
run add person title=Bert

# ---- fields ----------------------------------------------------------------

asks "action title=Doors status=cancelled" reason
asks "action title=Doors status=cancelled reason=' '" reason
run add action title=Doors status=cancelled reason='No doors any more'
exits 0 'with its reason it may begin there'
run add action title=Windows
run set AC-0002 status=cancelled
says "^isms: .*reason is required for 'Cancelled'" 'the move asks in the same words'
asks "finding title=Keys grade=observation status='action planned'" corrective
run add finding title=Order grade=conformity status=closed
exits 0 'what may be closed from the start may begin so'
asks "document_version document=DOC-0009 version=1 status=published" document
run add document title=Policy doc_type=policy
asks "document_version document=DOC-0001 version=1 status=published approved_by=P-0001" valid_from
asks "document_version document=DOC-0001 version=1 status=approved author=P-0001 approved_by=P-0001" \
	approved_by
asks "nonconformity title=Keys status='effect checked'" effect_checked_on

# ---- other records ---------------------------------------------------------

asks "risk title=Fire owner=P-0001 status=accepted" status
says 'Fire cannot be accepted before its owner has accepted it: P-0001 Ann; add a risk acceptance' \
	'who has to and what to do'
run add risk title=Fire owner=P-0001 status=evaluated
exits 0 'a state that needs nothing'
run add risk_acceptance risk=R-0001 level=2 justification=x status=accepted accepted_by=P-0001
run set R-0001 owner=P-0002 status=accepted
says 'before its owner has accepted it: P-0002 Bert' 'the owner of the same save counts'
run set R-0001 status=accepted
exits 0 'the owner has accepted it'

run add finding title=Doors grade=minor status=open
run follow FI-0002
run set FI-0002 status=closed
says 'FI-0002 cannot be closed while this is open: NC-0001 Doors; finish' \
	'a finding is not done before the nonconformity that works on it'
run set NC-0001 status='cause found' cause=x
run set NC-0001 status='action planned' corrective=x
run set NC-0001 status='action done' done_on=today
run set NC-0001 status='effect checked' effect_checked_on=today effect=effective
run set NC-0001 status=closed
run set FI-0002 status=closed
exits 0 'and then it is'

# ---- many at once ----------------------------------------------------------

run set R-0001 owner=P-0002 status=analysed
run set R-0001 status=evaluated
run add risk title=Quake owner=P-0001 status=evaluated
run set risk --where status=evaluated owner=P-0001 status=accepted --dry-run
exits 4 'of many as of one'
prints '^R-0001 status: evaluated -> accepted$' 'whose new owner has accepted it'
says 'R-0002: R-0002 cannot be accepted before its owner has accepted it: P-0001 Ann; add a' \
	'which of them not, in the same words'
before=$(newest)
run set risk --where status=evaluated owner=P-0001 status=accepted
says '1 of 2 records cannot be changed so and nothing was written' 'all or nothing'
[ "$(newest)" = "$before" ]
result $? 'nothing was written'
run set R-0001 R-0002 owner=P-0002 status=accepted --dry-run
says 'R-0001: R-0001 cannot be accepted before its owner has accepted it: P-0002 Bert; add a' \
	'the acceptance of the old owner does not count'
run set R-0001 R-0002 owner=P-0001 status=accepted --partial
exits 4 'what cannot be so may be left out'
run list risk --columns code,owner,status --format tsv
prints '^R-0001.*P-0001.*accepted$' 'the other is accepted'
prints '^R-0002.*P-0001.*evaluated$' 'and this one is not'
run archive R-0002

for version in "2 status=approved" "1 status=published"; do
	eval "run add document_version document=DOC-0001 approved_by=P-0001 valid_from=today \
		version=$version"
done
run set DV-0001 DV-0002 status=published notes=x
says "DV-0002: .*cannot go from 'superseded' to 'published'" \
	'one after the other: the first has superseded the second'
says '1 of 2 records cannot be changed so' 'and it is told before'

# ---- imports ---------------------------------------------------------------

cat >actions.csv <<'END'
Action,Status,Reason
Locks,Cancelled,
Lamps,Cancelled,Bought already
Ramps,Open,
END
cat >risks.csv <<'END'
Risk,Status
Flood,Accepted
Storm,Evaluated
END
run import action actions.csv --dry-run
exits 0 'an import takes what is there'
says "^actions.csv:2: note: Status: 'cancelled': needs 'Reason'; taken as it is$" 'and says what it needs'
[ "$(grep -c needs err)" = 1 ]
result $? 'of that row alone'
run import risk risks.csv
exits 0 'risks too'
says "^risks.csv:2: note: Status: 'accepted': needs the acceptance of its owner; taken as it is$" \
	'what it needs of others'
[ "$(grep -c needs err)" = 1 ]
result $? 'of the accepted one alone'
run check --id risk-accepted-without-acceptance
prints 'R-0003  Flood' 'the check says it from then on'
run import risk risks.csv
[ "$(grep -c needs err)" = 0 ]
result $? 'what the same file brings again is not news'

printf 'Title,Status\nKeys,closed\n' >closed.csv
run import nonconformity closed.csv --dry-run
exits 4 'what no record may be is rejected'
says 'closed.csv:2: rejected: to close it needs its cause' 'and why'

# ---- the organisation ------------------------------------------------------

run set organisation goal='Water for all'
exits 0 'of which there is one is found by the name of its register'
run show organisation --field goal
prints '^Water for all$' 'to show it, too'

echo "1..$n"
