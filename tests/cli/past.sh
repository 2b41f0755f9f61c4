#!/bin/sh
# past.sh: the file as it was, on the command line. Prints TAP.
. "$(dirname "$0")/head.sh"

run() {
	"$ISMS_BIN" -f acme.isms "$@" >out 2>err </dev/null
	rc=$?
}

does() { run "$@"; [ "$rc" = 0 ] || exits 0 "isms $*"; }         # ARG...
tx() { "$ISMS_BIN" -f acme.isms log --limit 1 | awk 'NR == 2 { print $1 }'; }

# keep NAME: what four commands say now, of which the past is to say the same
keep() {
	for what in "export risk" "export asset" "matrix --format json" "dashboard"; do
		"$ISMS_BIN" -f acme.isms --today "$today" $what 2>/dev/null
	done >"now.$1"
}

past() { # TX NAME
	for what in "export risk" "export asset" "matrix --format json" "dashboard"; do
		"$ISMS_BIN" -f acme.isms --as-of "$1" $what 2>/dev/null
	done >"then.$2"
	cmp -s "now.$2" "then.$2"
	rc=$?
	result $rc "as of $2: lists, matrix and figures say what they said then"
}

# ---- as of -----------------------------------------------------------------

today=$(date +%Y-%m-%d)
does init --org Acme
does add person title=Jana
does add asset title=Till owner=P-0001
does add risk title=Theft assets=A-0001 inherent_likelihood=4 inherent_impact=5 due=2020-01-01
first=$(tx)
keep first
does set R-0001 owner=P-0001 current_likelihood=2 current_impact=3
does add asset title=Safe
does set R-0001 assets="A-0001; A-0002" title="Theft at night"
second=$(tx)
keep second
does archive A-0001
does undo
does set R-0001 current_likelihood=1 due=

past "$first" first
past "$second" second
run --as-of "$first" list risk
prints "Theft$\|Theft  " "the list as it was"
says "as of change $first: read-only" "and it is said"
run --as-of "$first" list risk --where "title:night"
lacks "Theft" "a filter searches what was"
run --as-of "$first" show R-0001
prints "A-0001 Till" "a record as it was"
lacks "A-0002" "without what came later"
run --as-of "$first" set R-0001 title=No
exits 1 "the past is not changed"
says "read-only" "and it is said why"
run --as-of "$first" check
lacks "Safe" "the checks see what was"
run --as-of "$first" log
lacks "A-0002" "its log ends there"
run --as-of "$today" export risk
cp out a
run export risk
cmp -s a out
result $? "as of today is now"
run --as-of yesterday list risk
exits 1 "before the file was made there was none"
says "its history begins" "and it is said since when there is"
run --as-of 9999 list risk
says "there is no transaction 9999" "a change that was not made"
run --as-of 31.31.2026 list risk
exits 1 "no date"
# ---- differences -------------------------------------------------------------

run diff "$first" "$second"
prints "Risks .*R-0001 .*changed .*Title\|Risks .*R-0001 .*changed .*Risk .*Theft .*Theft at night" \
	"a field that changed, old and new"
prints "Assets .*A-0002 .*added .*Safe" "a record that came"
says "2 records differ between change $first and change $second" "and how many"
cp out forward
run diff "$second" "$first"
cmp -s out forward
result $? "time goes forward, whichever way round"
run diff "$second"
lacks "A-0001" "what was archived and brought back is no difference"
run diff "$first" --kind asset --format csv
prints '"asset","A-0002","added",,,"Safe"' "one register, as CSV"
lacks '"risk"' "and only that"
run diff "$second" --format jsonl
prints '"kind":"risk","code":"R-0001","what":"changed","field":"due","old":"2020-01-01","new":null' \
	"as JSON, with nothing as nothing"
run diff "$today"
[ ! -s out ] || grep -q "^Register" out
result $? "the end of today is now"
says "0 records differ" "so nothing differs"
run diff
exits 2 "a date is missing"

# ---- traces ------------------------------------------------------------------

run trace R-0001 --ascii
prints "^Risk R-0001 Theft at night" "a trace begins with the record"
prints "^|- Assets (2)" "a reference of its own"
prints "^|  |- A-0001 Till" "and what it means"
prints "^|  |     .- P-0001 Jana\|^|  |  .- P-0001 Jana\|P-0001 Jana" "and what that is linked to"
run trace A-0002 --ascii --depth 1
prints "<- Risks: Assets (1)" "a reference of others"
lacks "P-0001" "no further than it was asked"
run trace P-0001 --ascii --depth 3
prints "see above" "who stands above on the way is not gone into again"
run trace R-0001 --format json --depth 3
if command -v python3 >/dev/null 2>&1; then
	python3 -c 'import json, sys
d = json.load(sys.stdin)
assert d["code"] == "R-0001" and not d["above"]
links = {(l["field"], l["direction"]): l for l in d["links"]}
assert links["assets", "to"]["count"] == 2
assert [r["code"] for r in links["assets", "to"]["records"]] == ["A-0001", "A-0002"]' <out
	result $? "as JSON"
fi
run trace R-0001 --each 1 --ascii
prints "1 more (--each 0" "a long list is cut, and says so"
run trace R-9999
exits 1 "no such record"
run --as-of "$first" trace R-0001 --ascii
lacks "A-0002" "as of a day"

# ---- taking back -------------------------------------------------------------

run revert R-0001 title --to "$first" --dry-run
prints "title .*Theft at night .*Theft$" "what would change"
run show R-0001 --format json
prints "Theft at night" "a trial changes nothing"
run revert R-0001 title --to "$first"
says "R-0001 is taken back, as change" "one field"
run log R-0001
prints "title .*Theft at night .*Theft$" "is a change with its own line"
run log --limit 1
prints "take back R-0001 title to change $first" "that says what it was"
run log --limit 1 --format jsonl
prints "\"at\":\"[0-9-]*T[0-9:.]*Z\".*\"why\":\"take back R-0001 title to change $first\"" "for programs, too"
run log R-0001 --limit 1 --format tsv
prints "	title	Theft at night	Theft$" "and so is that of a record"
run show R-0001 --field title --format json
exits 2 "a field alone is exactly as it is"
run show R-0001
prints "A-0002 Safe" "the other fields stay"
run revert R-0001 --to "$first"
run diff "$first" --kind risk
says "0 records differ" "the whole record"
run revert R-0001 --to "$first"
says "that is what it is now" "twice is nothing"
run undo
run log --limit 2
prints "undone  revert R-0001\\|undone  take back R-0001" "the log tells that it is"
run redo
run log --limit 3
lacks "  undone  " "and no longer when it is redone"
run undo
run diff "$first" --kind risk
says "1 record differs" "and it can be undone"
run revert A-0002 --to "$first"
exits 1 "a record that was not there then"
says "was not there then" "and it is said"
run revert R-0001
exits 2 "to when is missing"
run set R-0001 status=analysed
run set R-0001 status=evaluated
run revert R-0001 status --to "$first"
exits 1 "a state back to which no way leads"
says "cannot go from .* --correct does it" "is refused with the reason"
run revert R-0001 status --to "$first" --correct
exits 0 "but can be corrected"
run log --limit 1
prints "correct R-0001 status" "which the history tells"

# ---- what moved --------------------------------------------------------------

run matrix --since "$first"
prints "0>1" "a cell with what it was"
prints "R-0001 .*very high\|R-0001 .*5 " "the risk that moved"
run matrix --since "$first" --format json
prints '"moved":\[{"code":"R-0001","from":{"likelihood":' "as JSON"
run matrix --since "$first" --format tsv
prints "	1	0$" "and as TSV"
run matrix --since now
lacks "R-0001" "since now nothing moved"

# ---- a frozen copy is named, not printed --------------------------------------

run add scope_version title=Scope version=1 status=approved statement=All approver=P-0001 approved_on=today
sv=$(tail -n 1 out)
run show "$sv" --field frozen
prints "." "a copy was frozen"
run log "$sv"
prints "frozen .*(frozen copy, [0-9]* bytes)" "the history names it"
lacks "org_unit" "and does not print its pages"

run doctor
exits 0 "the file is sound"

echo "1..$n"
