#!/bin/sh
# plan.sh: isms plan, isms soa and isms catalogue NAME REF with the real binary. Prints TAP.
. "$(dirname "$0")/head.sh"

"$ISMS_BIN" --today 2026-04-16 -f "$file" init --org Acme >out 2>err || exit 99
run add person title=Ann
run add risk title='A fire' owner=P-0001 inherent_likelihood=4 inherent_impact=4 \
	controls=A.8.13 treatment=modify
run add risk title='A flood' inherent_likelihood=3 inherent_impact=3 treatment=modify
run add action title='Copies' risk=R-0001 owner=P-0001 due=2026-04-14 progress=40 cost=250

# ---- plan ------------------------------------------------------------------

run plan
exits 0 'the plan is printed'
prints '^R-0001  *A fire .* Ann .* high' 'the risk with owner and level'
prints '^  AC-0001  *  Copies .*OVERDUE 2d.*40%.*250.00 EUR' 'its action below it'
prints '^2 risks, 1 action: 1 open, 1 overdue; cost 250.00 EUR$' 'the totals'
run plan --where 'title:flood'
lacks 'R-0001' 'only what the filter finds'
prints '^1 risk, 0 actions' 'and its totals'
run plan --format jsonl
lines 2 'a row an action, a row for a risk without one'
prints '"risk":"R-0001",.*"level":"high","options":"Modify".*"overdue":"no","cost":250.00,.*"action":"AC-0001",.*"action_overdue":"yes","progress":40' \
	'all of it in JSON'
prints '"risk":"R-0002",.*"action":null' 'nothing is null'
run plan --format csv
prints '^"risk","title","scenario","owner","need"' 'CSV has names of columns'
run plan --format ics
exits 2 'no other format'
run plan --where 'level>'
exits 2 'a wrong filter'

# ---- soa -------------------------------------------------------------------

run soa
prints '^A\.8\.13  *Information backup  *Undecided ' 'the controls with their answer'
prints '^0 of 93 decided, 0 apply, 0 implemented; 0 complete, 0 contradict, no version approved$' 'the counts'
prints '^  technological  *0 of 34 decided' 'a line a theme'
prints '^R Risk  L Law  C Contract  B Business  P Best practice$' 'what the letters mean'
run soa --fill --dry-run
exits 0 'what would change'
prints '^SOA-0072 .*reasons .*risk$' 'old and new'
says '^1 entry would get reasons; nothing was written$' 'nothing is written'
run list soa --where 'applicable=yes' --format tsv
lines 1 'nothing was'
run soa --fill
exits 0 'reasons are filled in'
says '^1 entry got reasons$' 'how many'
run soa --where 'applicable=yes'
prints '^A\.8\.13 .*Applicable  *R  *Not started  *R-0001' 'with its reason and its risk'
lines 5 'only what the filter finds, three lines of counts, one of letters'
run undo
prints 'undone: fill reasons of the SoA (3 changes)' 'one step'
run set SOA-0072 applicable=no justification=Nothing
run soa --where 'applicable=no'
prints 'excluded, but used by R-0001' 'what contradicts'
run soa --edition 2013
exits 1 'the edition of 2013 is not there'
says "isms catalogue annex-a-2013" 'and how to get it'
run catalogue annex-a-2013
run soa --edition 2013 --format tsv
lines 115 'its 114 controls'
prints '^A\.12\.3\.1	Information backup	.*	A\.8\.13	excluded$' 'with what became of each'
run soa --format jsonl --where 'code=SOA-0072'
prints '"ref_2013":"A.12.3.1"' 'and the other way round'
run soa --edition 2005
exits 2 'no other edition'

# ---- suggestions -----------------------------------------------------------

run catalogue --list context-issues --format tsv
exits 0 'the rows of a catalogue'
prints '^context-issues	I01	.*	political	no$' 'and which the file has'
run catalogue context-issues I01 I03 threats T01
exits 0 'single rows are added'
prints '^context-issues: 2 new, 0 there already$' 'of one catalogue'
prints '^threats: 0 new, 1 there already$' 'and of the next'
run catalogue --list context-issues --format tsv
prints '^context-issues	I03	.*	yes$' 'now it is there'
run catalogue context-issues I02 I99
exits 1 'a row that is not there'
says "no row 'I99' in the catalogue context-issues" 'is named'
run catalogue gdpr nis3
exits 1 'nor a catalogue with a slip in its name'
says "did you mean 'nis2'?" 'the next catalogue is suggested'
run list context_issue --format tsv
lines 3 'and nothing was added'
run catalogue gdpr GDPR-Art.32
run list framework_requirement --where 'framework:Protection' --format tsv
lines 2 'one article, with its framework'
run suggest context_issue --format tsv
prints '^context-issues	I02	' 'what the file has not'
lacks 'I01' 'not what it has'
run suggest asset
exits 1 'no catalogue for it'
run add risk title='Ransom' threats='T01; T50' vulnerabilities=V01
run suggest R-0003 --format tsv
prints '^A\.8\.13	Information backup	planned	T01, T50, V01$' 'controls for a risk, and who asks for them'
run suggest R-0003 A.8.13 A.8.7
exits 0 'some of them are linked'
run suggest R-0003 --format tsv
lacks '^A\.8\.13	' 'and offered no more'
run undo
prints 'undone: edit R-0003 (2 changes)' 'in one step'
run suggest R-0003 X.1
exits 1 'no such control'
run suggest P-0001
exits 2 'only for a risk'

echo "1..$n"
