#!/bin/sh
# check.sh: isms check and isms due with the real binary: what they print in which
# form, and the exit status. Prints TAP.
. "$(dirname "$0")/head.sh"

XDG_CONFIG_HOME=$dir/config
export XDG_CONFIG_HOME
mkdir -p config/isms/check || exit 99

"$ISMS_BIN" --today 2026-04-16 -f "$file" init --org Acme >out 2>err || exit 99
run add person title=Ann
run add risk title='A fire' next_review=2026-04-15
run add action title='Sprinklers' owner=P-0001 due=2026-04-20

# ---- check -----------------------------------------------------------------

run check --id risk-without-owner
exits 5 'errors stand'
prints '^6\.1\.2$' 'by clause'
prints '^  error  A risk has no owner$' 'what is wrong'
prints '^    R-0001  A fire$' 'which record'
prints '^    An auditor: ' 'what an auditor says'
prints '^    What to do: ' 'what to do'
prints '^1 error, 0 warnings, 0 hints; 0 of 1 rule finds nothing$' 'a summary'
silent 'nothing besides the result'

run check --id risk-without-owner --format json
exits 5 'errors stand in JSON too'
prints '^{"rule":"risk-without-owner","clause":"6.1.2","severity":"error","kind":"risk","code":"R-0001","what":"A risk has no owner","text":"A fire","auditor":".*","mend":".*"}$' \
	'all of it in JSON'

run set R-0001 owner=P-0001
run check --id risk-without-owner
exits 0 'mended'
prints '^0 errors, 0 warnings, 0 hints; 1 of 1 rule finds nothing$' 'nothing is found'
run check --clause 8 --severity warning
exits 0 'warnings alone are no failure'
prints 'R-0001  A fire: due on 2026-04-15' 'warnings are told'
lacks '^6\.1' 'no other clause'
run check --clause 6.1.2 --list --format csv
exits 0 'rules are listed'
prints '^"6.1.2","error","risk-without-owner","risk",' 'a rule in the list'
lacks '^"6.1.3"' 'of this clause only'
run check --id risk-without-ownr
exits 2 'an unknown rule is wrong use'
says "did you mean 'risk-without-owner'" 'and what is like it is said'
run check --clause 11
exits 2 'a clause without rules'
run check --severity fatal
exits 2 'an unknown severity'

printf '%s\n' '-- id: ours' '-- clause: A.7.5' '-- severity: hint' '-- kind: risk' \
	'-- what: A risk is called fire' '-- auditor: Why?' '-- mend: Call it blaze.' \
	"SELECT id, title AS text FROM risk WHERE title LIKE '%fire%'" >config/isms/check/ours.sql
printf '%s\n' '-- id: broken' '-- claus: 6' >config/isms/check/broken.sql
printf '%s\n' '-- id: worse' '-- clause: 6' '-- severity: hint' '-- kind: risk' '-- what: x' \
	'-- auditor: y?' '-- mend: z.' 'DROP TABLE risk' >config/isms/check/worse.sql
run check --clause A.7
exits 0 'a rule of ones own'
prints 'R-0001  A fire' 'finds too'
says 'broken\.sql:2: ' 'a bad file is told with its line'
run check --clause 6
says 'rule left out: worse: ' 'a bad question is told'
run list risk
exits 0 'and has changed nothing'

# ---- many findings of one rule -----------------------------------------------

run check
exits 5 'a new file has errors'
prints '^    SOA-0005 ' 'the first records of a rule'
lacks 'SOA-0006' 'not all of them'
prints '^    and 88 more; --all lists them$' 'how many there are besides'
few=$(wc -l <out)
run check --all
prints '^    SOA-0093 ' 'all of them on demand'
lacks 'more; --all' 'then nothing is left out'
[ "$(wc -l <out)" -gt "$few" ]; result $? 'which is longer'
run check --id soa-undecided
prints '^    SOA-0093 ' 'one rule alone is whole'
run check --format json
[ "$(grep -o '"rule":"soa-undecided"' out | wc -l)" = 93 ]; result $? 'JSON has every one'
run check --format csv
[ "$(grep -c '^"soa-undecided"' out)" = 93 ]; result $? 'CSV too'

# ---- certification -----------------------------------------------------------

run certification
exits 5 'much is missing'
prints '^Stage 1: documents and readiness (0 of 20 in place)$' 'how much of it'
prints '^  missing   4\.3     A version of the scope is approved and in force$' 'what is asked'
prints '^                    0 versions, none in force$' 'what is there'
prints '^                    isms list scope_version$' 'and what lists it'
prints '^  in place  10\.2    No major nonconformity is open$' 'stage 2 as well'
run certification --stage 1 --format json
prints '"stage":"stage 1","clause":"9.2","state":"missing","what":"An internal audit' 'in JSON'
prints '"behind":"isms list audit --where .audit_kind=internal.","kind":"audit","filter":"audit_kind=internal"' \
	'with what mends it'
lacks 'stage 2' 'only that stage'
run certification --stage cycle
exits 0 'no certificate, no step'
run add certificate title=Ours status=certified decided_on=2024-02-29
run certification --stage cycle
exits 5 'a step is overdue'
prints '^  missing   4\.4     Ours: first surveillance$' 'which one'
prints '^                    by 2025-02-28$' 'and since when'
run due
prints '^2025-02-28 .*CERT-0001' 'it is due as well'
run check --id certificate-late
exits 5 'and found by the checks'
run archive CERT-0001
run certification --stage 3
exits 2 'a stage that there is not'

# ---- due -------------------------------------------------------------------

run due
exits 5 'something is overdue'
prints '^2026-04-15 *-1  Risk  *R-0001  *Review  *A fire  *Ann$' 'overdue'
prints '^2026-04-20 *4  Action  *AC-0001  *Action  *Sprinklers  *Ann$' 'still to come'
prints '^1 overdue, 1 still to come$' 'a summary'
silent 'nothing besides the list'
run set R-0001 next_review=2026-05-01
run due --within 1w
exits 0 'nothing is overdue'
lacks R-0001 'not within a week'
run due --within 2026-05-01 --owner ann --format json
prints '"due":"2026-05-01","days":15,"kind":"risk","code":"R-0001"' 'until a day, of a person'
run due --owner bob
exits 1 'a person that is not known'
run due --within soon
exits 2 'a time that is none'
run due --format xml
exits 2 'a format that is none'
run due --format ics
exits 0 'a calendar'
tr -d '\r' <out | grep -q '^DUE;VALUE=DATE:20260420$'
result $? 'with the day'
tr -d '\r' <out | grep -q '^DTSTAMP:20260416T000000Z$'
result $? 'and no stamp but of today'
cp out first
run due --format ics
cmp -s first out
result $? 'twice the same'

echo "1..$n"
