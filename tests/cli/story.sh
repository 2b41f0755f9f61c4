#!/bin/sh
# story.sh: the whole story of a file on the command line, with the real binary:
# begin, add, import, look, change, take back, export, and everything that may be
# wrong with a file. Prints TAP.
. "$(dirname "$0")/head.sh"

mkdir "$dir/tmp" || exit 99
TMPDIR=$dir/tmp
export TMPDIR

# bare ARG...: without -f and --today.
bare() {
	"$ISMS_BIN" "$@" >out 2>err </dev/null
	rc=$?
}

same() { cmp -s "$1" "$2"; result $? "$3"; }                      # FILE FILE NAME

json() { # NAME: is ./out JSON?
	if command -v python3 >/dev/null 2>&1; then
		python3 -c 'import json, sys; json.load(sys.stdin)' <out 2>/dev/null
		result $? "$1"
	elif command -v jq >/dev/null 2>&1; then
		jq . out >/dev/null 2>&1
		result $? "$1"
	else
		skip "$1" "neither python3 nor jq"
	fi
}

# ask PYTHON NAME: is the expression over the JSON d in ./out true?
ask() {
	if command -v python3 >/dev/null 2>&1; then
		python3 -c 'import json, sys
d = json.load(sys.stdin)
sys.exit(0 if eval(sys.argv[1]) else 1)' "$1" <out 2>/dev/null
		result $? "$2"
	else
		skip "$2" "no python3"
	fi
}

# ---- without a file --------------------------------------------------------

bare --help
exits 0 '--help'
prints '^  import' '--help lists the commands'
prints '--read-only' '--help lists the options'
silent '--help says nothing on standard error'
bare --version
exits 0 '--version'
prints '^isms ' '--version names the program'
for c in $(awk '/^Commands/ {on = 1; next} /^$/ {on = 0} on && /^  [a-z]/ {print $1}' out) list import; do
	bare "$c" --help
	[ $rc = 0 ] && grep -q "^Usage: isms $c" out
	result $? "$c --help"
done
bare help list
prints '--where' 'help list is list --help'
bare lst
exits 2 'an unknown command is a usage error'
says "'list'" 'and the nearest is suggested'
bare list --frmat=json risk
exits 2 'an unknown option is a usage error'
says 'frmat' 'and is named'
bare list --format
exits 2 'a missing value is a usage error'
bare ./none.isms --read-only
says 'no terminal' 'options may stand behind the file that the screen opens'
bare ./none.isms --frmat
says 'frmat' 'as far as there are such'
bare ./none.isms list risk
says "none.isms' is no command" 'a command may not'
bare --today 2026-02-30 kinds
exits 2 '--today refuses a day that there is not'
bare kinds
exits 0 'kinds'
prints '^risk ' 'kinds lists the risks'
bare kinds --format json
json 'kinds --format json is JSON'
bare fields risk
prints '^title ' 'fields lists the fields'
bare fields risk --format json
ask 'any(f["name"] == "owner" and f["ref"] == "person" for f in d)' 'fields --format json'
bare fields rsik
exits 2 'an unknown register is a usage error'
says "'risk'" 'and the nearest is suggested'
bare keys
prints '^List$' 'keys lists the keys by place'
for config in ./none "$dir"; do
	ISMS_CONFIG=$config "$ISMS_BIN" keys >out 2>err
	rc=$?
	exits 0 'keys does without a configuration'
	says "cannot read '$config'" 'but one that is named has to be a file'
done
bare manual
prints '^.SH COMMANDS' 'manual prints troff'
if command -v groff >/dev/null 2>&1; then
	(echo '.TH ISMS 1'; cat out) | groff -man -Tutf8 -ww >/dev/null 2>err
	silent 'groff reads it without a warning'
else
	skip 'groff reads it without a warning' 'no groff'
fi
bare
exits 2 'without a terminal the screen is refused'
says 'isms --help' 'with a hint at the command line'
bare no-such.isms
exits 2 'with a file too'
run list risk
exits 3 'a file that is not there'
says "$file" 'is named'
bare demo
exits 0 'demo without a terminal'
prints 'Above appetite' 'prints the dashboard'
[ -z "$(ls "$TMPDIR")" ]
result $? 'and leaves nothing behind'

# ---- begin -----------------------------------------------------------------

run init --org 'Acme GmbH' --scale 6
exits 2 'init refuses a scale of 6'
[ ! -e $file ]
result $? 'and makes no file'
run init --org 'Acme GmbH'
exits 0 'init'
[ "$(stat -c %a $file)" = 600 ]
result $? 'the file is for the user alone'
cp $file before
run init
[ $rc != 0 ]
result $? 'init refuses what exists'
same $file before 'and leaves it alone'
run show ORG-0001
prints 'Acme GmbH' 'the organisation has its name'
run list control --format json
ask 'len(d) == 93' '93 controls'
run list soa --where applicable=undecided --format json --columns code,control,applicable
ask 'len(d) == 93' '93 undecided entries of the SoA'
run doctor
exits 0 'doctor finds a new file well'
ISMS_FILE=$dir/$file "$ISMS_BIN" list risk >out 2>err
rc=$?
exits 0 '$ISMS_FILE names the file'

# ---- add, set, show --------------------------------------------------------

run add person 'title=Novak, Anna' email=anna@example.org
exits 0 'add'
prints '^P-0001$' 'add prints the new code'
run add asset title='HR database' 'owner=Novak, Anna' category=database
prints '^A-0001$' 'add asset'
run add risk title='Loss of device' 'assets=HR database' 'owner=novak, anna' \
	current_likelihood=4 current_impact=5 due=2026-04-10
prints '^R-0001$' 'references are found by title'
run add risk title=x colour=red
exits 2 'an unknown field is a usage error'
run add risk owner=P-0001
exits 1 'a required field is missing'
says 'title' 'and named'
run add risk title=x owner=Nowak
exits 1 'an unknown reference'
says 'Novak, Anna' 'and who is like it'
run add risk title=x due=03/04/2026
exits 1 'a date that means two days'
run add risk title=x title
exits 2 'not FIELD=VALUE'
run list risk
lines 2 'nothing of these was added'
run show R-0001
prints 'P-0001 Novak, Anna' 'show has references with code and title'
prints 'Loss of device' 'show has the title'
run show risk/R-0001 --format json
ask 'd["code"] == "R-0001" and d["level"] is not None' 'show --format json'
run show R-9
exits 1 'show of what there is not'
run set R-0001 status=analysed 'title=Loss of a device'
exits 0 'set'
prints 'status: identified -> analysed' 'set tells what changed'
run set R-0001 status=closed
exits 1 'set follows the life cycle'
run set R-0001 status=analysed
exits 0 'set to the same'
says 'nothing to change' 'changes nothing'
run set R-0001 level=1
exits 2 'what is derived cannot be set'

# ---- history ---------------------------------------------------------------

run log
prints 'edit R-0001' 'log has the edit'
prints 'add R-0001' 'log has the addition'
run log R-0001
prints 'status  *identified  *analysed' 'log CODE has the old value and the new one'
prints 'add  *owner  *P-0001' 'and the first values field by field, references by code'
run undo
exits 0 'undo'
prints 'undone: edit R-0001' 'undo tells what'
run show R-0001
prints 'Loss of device' 'the title is as before'
run redo
prints 'redone: edit R-0001' 'redo tells what'
run show R-0001
prints 'Loss of a device' 'the title is the new one again'
run undo x
exits 2 'undo wants a number'
run archive R-0001
exits 0 'archive'
run list risk
lines 1 'the archived one is not listed'
run list risk --archived --format json --columns code
ask 'd == [{"code": "R-0001"}]' 'but among the archived'
run undo
run list risk
lines 2 'undo brings it back'
run archive P-0001
says '1 Risk' 'archive tells what still refers to it'
run undo

# ---- import ----------------------------------------------------------------

cat >risks.csv <<'CSV'
Risk,Description,Owner,Likelihood,Impact,Treatment,Due
Fire,"A fire in the ""server"" room, at night","Novak, Anna",2,5,Mitigate,2026-12-31
Flood,Water,P-0001,1,4,Accept,
Phishing,,"Novak, Anna",5,3,Reduce,31.12.2026
Wrong,,,9,3,,
CSV
run import risk risks.csv --dry-run
prints '^3 new, 0 changed, 0 same, 1 rejected$' 'import --dry-run counts'
run list risk
lines 2 'and writes nothing'
run import risk risks.csv --rejects rejects.csv
exits 4 'rejected rows are told by the exit status'
prints '^3 new, 0 changed, 0 same, 1 rejected$' 'import counts'
says '^risks.csv:5: rejected: .*9' 'the rejected row is named by line and value'
grep -q Wrong rejects.csv
result $? 'the rejected row is in the file of rejects'
run list risk --format json
ask 'len(d) == 4' 'the good rows are in'
ask 'all(k in d[0] for k in ("code", "uid", "title", "owner", "level"))' 'fields by their names'
grep -v '^Wrong' risks.csv >good.csv
run import risk good.csv
exits 0 'import again'
prints '^0 new, 0 changed, 3 same, 0 rejected$' 'changes nothing'
run undo
prints 'undone: ' 'one undo takes the import back'
run list risk
lines 2 'all of it'
run redo
run list risk
lines 5 'and redo brings it back'
: >empty.csv
run import risk empty.csv
exits 0 'an empty file'
prints '^0 new' 'has nothing new'
run import risk no-such.csv
exits 1 'a file that is not there'
run import risk $file
[ $rc != 0 ]
result $? 'the file itself is no CSV file'
"$ISMS_BIN" -f $file import risk - <good.csv >out 2>err
rc=$?
prints ' 3 same' 'import from standard input'
run import risk good.csv --map Owner
exits 2 '--map wants THEIRS=OURS'

# ---- look ------------------------------------------------------------------

run list risk --where 'level>=high' --sort '-level,title' --columns code,title,level
exits 0 'list with filter, order and columns'
prints '^Code ' 'the table has a heading'
run list risk --where '('
exits 2 'a wrong filter is a usage error'
run list risk --sort colour
exits 2 'a wrong order too'
run list risk --columns colour
exits 2 'a wrong column too'
run list risk --format xml
exits 2 'a wrong format too'
run list risk --limit 2 --format tsv --columns code,title
lines 3 '--limit'
run list risk --format jsonl
lines 4 'JSON lines: one a record'
run list risk --format csv --columns code,title
prints 'isms-csv/1' 'CSV for spreadsheets'
run list threat --format json
json 'the catalogue as JSON'
run matrix
exits 0 'matrix'
run matrix --format json
ask 'len(d) == 25 and sum(c["count"] for c in d) == 4' 'the matrix counts every rated risk'
ask '[c["level"] for c in d if c["likelihood"] == 5 and c["impact"] == 5] == ["very high"]' \
	'with the level of every cell'
run matrix --format csv
lines 26 'as CSV a row a cell'
prints '^5,5,"very high",' 'with the same of each'
run matrix --rating nonsense
exits 2 'an unknown rating'
run dashboard --format json
json 'dashboard --format json'
cp out dashboard.json
prints '"behind":"isms check --clause 6.1.2"' 'what lists the rules behind a clause'
prints '"behind":"isms due --within yesterday"' 'and what is overdue'
for i in 2 7 12 21 30; do
	if command -v python3 >/dev/null 2>&1; then
		python3 -c 'import json, sys
f = json.load(open("dashboard.json"))[int(sys.argv[1])]
print(f["kind"]); print(f["filter"]); print(f["count"])' $i >figure
		kind=$(sed -n 1p figure) where=$(sed -n 2p figure) count=$(sed -n 3p figure)
		run list "$kind" --where "$where" --format jsonl --columns code
		lines "$count" "figure $i counts what its filter lists"
	else
		skip "figure $i counts what its filter lists" 'no python3'
	fi
done

# ---- export, backup --------------------------------------------------------

run export risk -o out.csv
exits 0 'export'
run export risk -o out.csv
exits 1 'export does not write over a file'
run export risk -o out.csv --force
exits 0 'unless forced'
run export risk -o $file --force
exits 2 'and never over the open one'
run export risk -o no/such/folder.csv
exits 1 'nor where it cannot'
[ -z "$(ls out.csv.* 2>/dev/null)" ]
result $? 'nothing half done is left'
run import risk out.csv
prints '^0 new, 0 changed, 4 same, 0 rejected$' 'what was exported is the same on import'
run export risk --format json
json 'export --format json'
run add risk 'title==1+1' 'scenario=two
lines, "quotes" and	TAB'
run export risk --format csv-raw --where '"=1+1"' --columns title,scenario
prints '^=1+1,' 'csv-raw has the exact bytes'
run export risk --where '"=1+1"' --columns title
grep -q "'=1+1" out
result $? 'csv makes formulas harmless'
run export risk -o out.csv --force
run import risk out.csv
prints '^0 new, 0 changed, 5 same, 0 rejected$' 'and the import takes that back'
run backup copy.isms
exits 0 'backup'
"$ISMS_BIN" -f copy.isms list risk --format json >out2 2>err
run list risk --format json
same out out2 'the backup has the same content'
run backup copy.isms
exits 1 'backup does not write over a file'
run doctor
exits 0 'doctor finds no fault'

# ---- terminals and pipes ---------------------------------------------------

"$ISMS_BIN" -f $file list threat | head -n 1 >out
rc=$?
exits 0 'a pipe that closes early ends quietly'
( "$ISMS_BIN" -f $file list threat --format json; echo $? >status ) 2>err | true
grep -q -e '^0$' -e '^141$' status
result $? 'with no other status than that of the signal'
silent 'and says nothing'
for words in 'set R-0001 title=x' 'soa --fill' 'catalogue gdpr' 'suggest R-0001 A.8.1' \
	'views risk high --where level>=4' 'undo' 'follow R-0001'; do
	# shellcheck disable=SC2086
	"$ISMS_BIN" -f $file --read-only $words >out 2>err
	rc=$?
	exits 1 "--read-only refuses: $words"
	says 'is open read-only' 'and says so'
done
for words in 'soa' 'catalogue' 'catalogue --list' 'suggest threat' 'views' 'plan'; do
	# shellcheck disable=SC2086
	"$ISMS_BIN" -f $file --read-only $words >out 2>err
	rc=$?
	exits 0 "--read-only shows: $words"
done
if [ -w /dev/full ]; then
	"$ISMS_BIN" -f $file list threat >/dev/full 2>err
	rc=$?
	exits 1 'a full disk is an error'
	says 'standard output' 'that is told'
	"$ISMS_BIN" -f $file certification >/dev/full 2>err
	rc=$?
	exits 1 'also where something is missing, which would be 5'
	says 'standard output' 'and that is told'
else
	skip 'a full disk is an error' 'no /dev/full'
	skip 'that is told' 'no /dev/full'
	skip 'also where something is missing, which would be 5' 'no /dev/full'
	skip 'and that is told' 'no /dev/full'
fi
"$ISMS_BIN" -f $file list threat >&- 2>err
rc=$?
exits 1 'a closed standard output is an error'
"$ISMS_BIN" -f $file set R-0001 'notes=with closed streams' >&- 2>&- <&-
run doctor
exits 0 'and no message is written into the file'
esc=$(printf '\033')
run add risk "title=bell $esc[31m red"
run list risk --where bell
! grep -q "$esc" out
result $? 'a table holds no escape sequence'
run list risk --where bell --format csv-raw --columns title
exits 0 'csv-raw serves wherever csv does'

# ---- what may be wrong with a file -----------------------------------------

run --read-only list risk
exits 0 '--read-only reads'
run --read-only set R-0001 notes=x
exits 1 '--read-only does not write'
says 'read-only' 'and says why'
run --read-only import risk good.csv --dry-run
exits 0 'a dry run works read-only'
printf 'SQLite format 3\000 nonsense' >bad.isms
for bad in bad.isms /dev/null "$dir" good.csv; do
	"$ISMS_BIN" -f "$bad" list risk >out 2>err
	rc=$?
	exits 3 "$(basename "$bad") is not ours"
done
: >nothing.isms
"$ISMS_BIN" -f nothing.isms list risk >out 2>err
rc=$?
exits 3 'an empty file is not ours'
says "nothing.isms' is empty" 'and that is what is said'
cp $file newer.isms
printf '\000\000\000\143' | dd of=newer.isms bs=1 seek=60 conv=notrunc 2>err   # user_version
for words in 'list risk' 'soa' 'report soa' 'dashboard' 'doctor' 'backup newer-copy.isms'; do
	# shellcheck disable=SC2086
	"$ISMS_BIN" -f newer.isms $words >out 2>err
	rc=$?
	exits 0 "a newer file shows: $words"
done
"$ISMS_BIN" -f newer.isms set R-0001 title=x >out 2>err
rc=$?
exits 3 'and is not written to'
[ "$(grep -c 'newer isms (version 99' err)" = 1 ]
result $? 'because it is newer'
ln -s $file link.isms
"$ISMS_BIN" -f link.isms list risk >out 2>err
rc=$?
exits 3 'a symbolic link is refused'
if command -v sqlite3 >/dev/null 2>&1; then
	sqlite3 other.db 'create table t(a)'
	"$ISMS_BIN" -f other.db list risk >out 2>err
	rc=$?
	exits 3 'a database of somebody else is refused'
	cp $file tampered.isms
	guard=$(sqlite3 tampered.isms "select sql from sqlite_schema where name = 'history_set'")
	sqlite3 tampered.isms "update history set new = 'x' where id = 1" 2>err
	[ -s err ]
	result $? 'the history refuses to be changed'
	sqlite3 tampered.isms "drop trigger history_set;
		update history set new = 'x' where id = (select max(id) from history);
		$guard"
	"$ISMS_BIN" -f tampered.isms doctor >out 2>err
	rc=$?
	exits 3 'doctor finds a history that was tampered with'
else
	skip 'a database of somebody else is refused' 'no sqlite3'
	skip 'the history refuses to be changed' 'no sqlite3'
	skip 'doctor finds a history that was tampered with' 'no sqlite3'
fi
cp $file damaged.isms
size=$(wc -c <damaged.isms)
dd if=/dev/urandom of=damaged.isms bs=4096 seek=3 count=$((size / 4096 - 6)) conv=notrunc 2>/dev/null
"$ISMS_BIN" -f damaged.isms list risk >out 2>err
rc=$?
exits 3 'a damaged file is refused'

echo "1..$n"
