#!/bin/sh
# past.sh: the file as it was, on the command line. Prints TAP.
: "${ISMS_BIN:?ISMS_BIN is the program to test}"
dir=$(mktemp -d "${TMPDIR:-/tmp}/isms-past.XXXXXX") || exit 99
trap 'rm -rf "$dir"' EXIT
cd "$dir" || exit 99
unset ISMS_FILE ISMS_CONFIG
n=0

run() {
	"$ISMS_BIN" -f acme.isms "$@" >out 2>err </dev/null
	rc=$?
}

result() { # STATUS NAME
	n=$((n + 1))
	if [ "$1" = 0 ]; then
		echo "ok $n - $2"
	else
		echo "not ok $n - $2"
		echo "# exit status $rc"
		sed 's/^/# out: /' out | head -n 20
		sed 's/^/# err: /' err | head -n 20
	fi
}

exits() { [ "$rc" = "$1" ]; result $? "$2"; }                     # STATUS NAME
prints() { grep -q -e "$1" out; result $? "$2"; }                 # REGEX NAME
lacks() { ! grep -q -e "$1" out; result $? "$2"; }                # REGEX NAME
says() { grep -q -e "$1" err; result $? "$2"; }                   # REGEX NAME
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
run doctor
exits 0 "the file is sound"

echo "1..$n"
