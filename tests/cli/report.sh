#!/bin/sh
# report.sh: every report on the command line: on an empty file and on one with
# records, its width, its files, and what is refused. Prints TAP.
. "$(dirname "$0")/head.sh"

run init --org 'Muster GmbH'
run report
exits 0 'report lists the reports'
names=$(awk 'NR > 1 { print $1 }' out)
[ "$(echo "$names" | wc -l)" -ge 10 ]
result $? 'ten at least'
for name in $names; do
	run report "$name"
	[ $rc = 0 ] && [ ! -s err ]
	result $? "$name on an empty file"
	run report "$name" --format csv
	[ $rc = 0 ] && grep -q '"section","item","label","text"' out
	result $? "$name as CSV"
done

long='a very long sentence about what is done here and by whom, which goes on and on'
run add person title='Eva König'
run add risk title="$long" scenario="$long; $long" owner=P-0001 inherent_likelihood=5 \
	inherent_impact=5
run add action title="$long" risk=R-0001 owner=P-0001 due=2026-05-01 cost=4000
run add audit title=Hosting audit_kind=internal start=2026-04-01
run report treatment-plan
prints 'AC-0001 .*a very long sentence' 'an action stands below its risk'
prints '4000.00 EUR' 'its cost in the currency of the file'
[ "$(LC_ALL=C.UTF-8 awk 'length > 80' out | wc -l)" = 0 ]
result $? 'no line has more than 80 columns'
run report treatment-plan R-0001
prints '^R-0001' 'of one risk'

run report treatment-plan P-0001
exits 2 'a record of another register is refused'
says 'P-0001' 'and named'
run report treatment-plan R-0099
exits 1 'a code that there is not'
run report processing -o record.txt
exits 0 'into a file'
[ -s record.txt ] && [ "$(stat -c %a record.txt)" = 600 ]
result $? 'which is for its owner'
run report processing -o record.txt
exits 1 'a file that exists is not written over'
run report processing -o record.txt --force
exits 0 'unless forced'
run report soa -o acme.isms --force
exits 2 'never the file itself'
run report soa -o soa.csv
grep -q '"section"' soa.csv
result $? 'the ending decides the format'
run report soa --format pdf
exits 2 'another format is refused'
run report awdit
exits 2 'an unknown report'
says "'audit'" 'and the nearest is suggested'
run report soa SOA-0001
exits 2 'a record that is no version is refused'
run report ownership --frozen
exits 2 'the copy of which record has to be said'
run report treatment-plan R-0001 --frozen
exits 2 'a record that is never frozen'
says 'R-0001 has no frozen copy' 'and what is missing'

# ---- frozen copies ---------------------------------------------------------

run add person title='Jan Boss'
run add org_unit title=Works in_scope=in
run set SOA-0001 applicable=yes reasons=risk implementation=planned responsible=P-0001 \
	gap="it says \"later\",
[risk]
and more"
run add soa_version title='Our SoA' version=7 author=P-0001 status='in review'
run report soa SOV-0001
exits 2 'a version that was not approved has none'
run set SOV-0001 status=approved approved_by=P-0002
run set SOA-0001 implementation=implemented gap=none responsible=P-0002
run set P-0001 title='Eva Kaiser'
run report soa SOV-0001
exits 0 'what was approved'
prints '^  Of  *SOV-0001 Our SoA, version 7$' 'which version it is'
prints "^  Frozen  *[0-9-]* [0-9:]* UTC by .* (change [0-9]* of the history)$" 'when it was frozen, by whom'
prints '^  Implementation  *planned$' 'as it was then'
prints '^  Gap  *it says "later",$' 'a text of several lines'
prints '^  *\[risk\]$' 'whatever stands in them'
prints '^  Responsible  *P-0001 Eva Kaiser$' 'a code with the name of now'
[ "$(grep -c '^SOA-' out)" = 93 ]
result $? 'all the entries'
[ "$(LC_ALL=C.UTF-8 awk 'length > 80' out | wc -l)" = 0 ]
result $? 'in 80 columns'
cp out approved
run report soa
prints '^  Implementation  *implemented$' 'without its code as things are now'
run report soa SOV-0001 --format csv
prints '"Statement of Applicability","SOA-0001 A.5.1 .*","Implementation","planned"' 'as CSV'
run set SOV-0001 status=superseded
run report soa SOV-0001
prints '^  Today it is  *Superseded$' 'also when it is not in force any more'
tx=$("$ISMS_BIN" -f "$file" log SOV-0001 | awk '/superseded/ { print $1; exit }')
"$ISMS_BIN" -f "$file" --today "$today" --as-of $((tx - 1)) report soa SOV-0001 >out 2>err
prints '^  Today it is  *Approved$' 'as of a day, what it was then'

run add scope_version title=Scope version=1 statement=Hosting author=P-0001 status='in review'
run set SV-0001 status=approved approver=P-0002
run set U-0001 in_scope=out scope_reason='Sold'
run report scope
prints '^  Out of scope  *Works: Sold$' 'the scope as it is now'
run report scope SV-0001
prints '^  Statement  *Hosting$' 'the statement that was approved'
prints '^U-0001 Works$' 'with its units'
lacks 'Sold' 'as they were'

run add risk_assessment title=Round status=reported report=Done
run report risk-assessment RAS-0001
prints '^  Risks  *as they are today$' 'a round that is not closed tells the risks of today'
run set RAS-0001 status=closed approved_by=P-0002
run set R-0001 inherent_likelihood=1
run report risk-assessment RAS-0001
prints '^  Risks  *as they are today; those of then are in its frozen copy$' 'one that is closed says so'
run report risk-assessment RAS-0001 --frozen
prints '^  Inherent (before controls): Likelihood$' 'the risks as they were rated'
grep -A1 'Inherent (before controls): Likelihood' out | grep -q '^ *5$'
result $? 'then'

inputs=''
for input in a b c d_nonconformities d_monitoring d_audits d_objectives e f g; do
	inputs="$inputs input_$input=word_$input"
done
run add management_review title=Review planned=2026-04-10 held_on=2026-04-10 status=held $inputs
run report review REV-0001 --frozen
prints '^  d Audit results  *word_d_audits$' 'the inputs of a review'
prints '^  Frozen  *[0-9-]* [0-9:]* UTC by ' 'also of one that began as held'
run report review REV-0001 --frozen --format csv -o review.csv
grep -q '"Management review",,"Held on","2026-04-10"' review.csv
result $? 'into a file'

echo "1..$n"
