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
exits 2 'a report about no record takes none'

echo "1..$n"
