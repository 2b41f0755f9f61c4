#!/bin/sh
# interrupt.sh: ^C on the command line leaves nothing half done. Prints TAP.
: "${ISMS_BIN:?ISMS_BIN is the program to test}"
dir=$(mktemp -d "${TMPDIR:-/tmp}/isms-interrupt.XXXXXX") || exit 99
trap 'rm -rf "$dir"' EXIT
cd "$dir" || exit 99
unset ISMS_FILE ISMS_CONFIG
n=0

result() { # STATUS NAME
	n=$((n + 1))
	if [ "$1" = 0 ]; then
		echo "ok $n - $2"
	else
		echo "not ok $n - $2"
		sed 's/^/# err: /' err | head -n 20
	fi
}

exits() { [ "$rc" = "$1" ]; result $? "$2"; }                     # STATUS NAME
says() { grep -q -e "$1" err; result $? "$2"; }                   # REGEX NAME

# Runs it and presses ^C once it is at work; sooner and sooner, until it was.
cancelled() { # ARG...
	for seconds in 0.5 0.2 0.1 0.05 0.02; do
		cp before.isms acme.isms
		rm -f risks.csv
		timeout --foreground --preserve-status -s INT $seconds \
			"$ISMS_BIN" -f acme.isms "$@" >out 2>err </dev/null
		rc=$?
		[ $rc = 0 ] || break
	done
}

sound() { # LINES-OF-HISTORY NAME
	"$ISMS_BIN" -f acme.isms doctor >out 2>err && [ ! -s acme.isms-journal ] &&
		[ "$("$ISMS_BIN" -f acme.isms log | wc -l)" -eq $(($1 + 1)) ]
	result $? "$2"
}

i=0
echo 'title,inherent_likelihood,inherent_impact' >rows.csv
awk 'BEGIN { for (i = 0; i < 40000; i++) print "Risk " i "," i % 5 + 1 ",3" }' >>rows.csv

"$ISMS_BIN" -f before.isms init 2>err
cancelled import risk rows.csv
exits 130 'an import ends as the signal has it'
says 'cancelled; nothing was changed' 'and says that nothing was changed'
sound 2 'nothing is there of it, and the file is sound'

# what waits for its input is ended too
(head -n 1000 rows.csv; sleep 5) |
	timeout --foreground --preserve-status -s INT 0.5 "$ISMS_BIN" -f acme.isms import risk - >out 2>err
rc=$?
exits 130 'one that waits for more rows ends too'
sound 2 'and leaves nothing'

"$ISMS_BIN" -f before.isms import risk rows.csv >out 2>err
cancelled undo
exits 130 'an undo ends so'
says 'cancelled; nothing was changed' 'and says so'
sound 3 'and is taken back whole'

cancelled export risk --output risks.csv
exits 130 'an export ends so'
[ -z "$(ls risks.csv* 2>/dev/null)" ]
result $? 'and leaves no part of a file'

printf 'add risk title=One\nundo 3\nadd risk title=Two\n' >script
cancelled run --keep-going script
exits 130 'a script ends with the line that was at work'
"$ISMS_BIN" -f acme.isms list risk --where 'title=Two' >out 2>err
! grep -q Two out
result $? 'and goes on with none'

echo "1..$n"
