#!/bin/sh
# script.sh: isms run, the commands of a script on one open file. Prints TAP.
. "$(dirname "$0")/head.sh"

run() { # standard input is the script where the word is -
	"$ISMS_BIN" --today 2026-04-16 -f "$file" "$@" >out 2>err
	rc=$?
}

run init --org Acme </dev/null

cat >first <<'END'
# people first
isms add person title='Anna "Nan" Novák'
add	person title="Jon \"J\" Berg"   # the backslash keeps the quote

add risk title=Fire\ in\ the\ hall owner=P-0001 inherent_likelihood=4 inherent_impact=5
list risk --columns code,title,owner,level --format tsv
END
run run first </dev/null
exits 0 'a script that works'
silent 'says nothing'
prints '^P-0002$' 'each line prints what it prints alone'
prints '^R-0001	Fire in the hall	P-0001	5$' 'blanks are those of a shell'
run list person --columns title --format tsv </dev/null
prints '^Anna "Nan" Novák$' 'single quotes too'
prints '^Jon "J" Berg$' 'and double ones'

printf 'add person title=Eve\r\nset P-0003 nothing=1\nadd person title=Mallory\n' >second
run run second </dev/null
exits 2 'the status is that of the line that failed'
says "^isms: second:2: no field 'nothing'" 'file and line stand before the reason'
run list person --where mallory --format tsv --columns title </dev/null
lacks Mallory 'what follows is not done'
run list person --where eve --format tsv --columns title </dev/null
prints '^Eve$' 'what came before is done, the CR of Windows is no part of it'

run run --keep-going second </dev/null
exits 2 'going on, the status is still that of the first failure'
run list person --where mallory --format tsv --columns title </dev/null
prints '^Mallory$' 'and what follows is done'

printf 'check --clause 4.3\nlist person\n' >third
run run third </dev/null
exits 5 'what check finds ends a script too'
lacks Anna 'nothing after it'

run run --echo - <<'END'
kinds --format tsv
END
exits 0 'a script from standard input'
says '^+ kinds --format tsv$' 'lines are shown on request'

for line in 'demo' 'init' 'run first' 'list person -f other.isms' '--today 2020-01-01 list person' \
	'list person --today 2020-01-01' 'lisst person' "list 'person"; do
	echo "$line" >bad
	run run bad </dev/null
	exits 2 "refused: $line"
done
says '^isms: bad:1: a quote is not closed$' 'an open quote is told'

printf 'list person\0x\n' >nul
run run nul </dev/null
exits 1 'a NUL is refused'
says '^isms: nul:1: ' 'with its line'

run run not-there </dev/null
exits 1 'no such script'
says "^isms: cannot open 'not-there': " 'is told'

run --read-only run first </dev/null
exits 1 'read-only stays read-only'
says 'read-only' 'and says so'

# the rules are those of the file as it is at each line
cat >method <<'END'
set ORG-0001 currency=CHF
add action title=Doors cost='12 CHF'
END
run run method </dev/null
exits 0 'a setting counts from the next line on'

run undo </dev/null
exits 0 'each line is a step of undo'
prints 'AC-0001' 'the last one first'

echo "1..$n"
