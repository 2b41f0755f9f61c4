#!/bin/sh
# filter.sh: the filter language on the command line: what each form finds in a small
# file, and where errors point. Prints TAP.
. "$(dirname "$0")/head.sh"

says() { grep -q -e "$1" err; result $? "$2"; } # REGEX NAME

# KIND FILTER CODES: the codes that it finds, in order of entry, with blanks
finds() {
	run list "$1" --where "$2" --columns code --format tsv
	found=$(sed 1d out | tr '\n' ' ')
	[ "$rc" = 0 ] && [ "$found" = "${3:+$3 }" ]
	result $? "$1 $2"
}

# FILTER MESSAGE CELLS: it is refused, and the caret stands behind so many blanks
refuses() {
	run list risk --where "$1"
	[ "$rc" = 2 ] && grep -qF "$2" err && grep -qxF "  $1" err &&
		[ "$(tail -n 1 err)" = "$(printf '  %*s^' "$3" '')" ]
	result $? "refused: $1"
}

"$ISMS_BIN" --today 2026-04-16 -f "$file" init --org Acme >out 2>err || exit 99
run add person title='Anna Novák'
run add person title='Jon Müller'
run add asset title='HR database' owner=P-0001
run add asset title='File server' owner=P-0002
run add risk title='Theft of salary data' assets=A-0001 owner=P-0002 due=2026-03-31 \
	controls=A.8.13 inherent_likelihood=4 inherent_impact=4
run add risk title='Server VPN-02 fails' assets=A-0001,A-0002 due=2026-04-01 \
	inherent_likelihood=2 inherent_impact=2
run add risk title='Émile is ill' due=2026-05-02 inherent_likelihood=1 inherent_impact=1
run add risk title='No date'
run add remark title='Why?' about=risk/R-0002

# ---- ranges ------------------------------------------------------------------

finds risk due:2026-03 R-0001
finds risk due:2026-03..2026-04 'R-0001 R-0002'
finds risk due:..+2w 'R-0001 R-0002'
finds risk due:+2w.. R-0003
finds risk 'due:"1 Apr 2026".."31 May 2026"' 'R-0002 R-0003'
finds risk due:2026-q1 R-0001
finds risk due:2026 'R-0001 R-0002 R-0003'
finds risk 'due>2026-03' 'R-0002 R-0003'
finds risk '!due:2026-03' 'R-0002 R-0003 R-0004'
finds risk due!=2026-03 'R-0002 R-0003 R-0004'
finds risk inherent_likelihood:2..4 'R-0001 R-0002'
finds risk code:R-0002..R-0003 'R-0002 R-0003'
finds risk due: R-0004
finds risk 'due:*' 'R-0001 R-0002 R-0003'

# ---- patterns ------------------------------------------------------------------

finds risk '~vpn-\d\d' R-0002
finds risk 'title~^(theft|emile)' 'R-0001 R-0003'
finds risk 'title~^É' R-0003
finds risk 'title!~t' 'R-0002 R-0003'
finds risk 'owner~muller$' R-0001
finds risk '~^hr' 'R-0001 R-0002'
finds risk 'controls~8\.13' R-0001
finds risk 'code~[12]$' 'R-0001 R-0002'
finds person 'title~MÜLLER' P-0002

# ---- links ---------------------------------------------------------------------

finds risk assets.owner:novak 'R-0001 R-0002'
finds risk assets.owner:muller R-0002
finds risk asset.owner:muller R-0002
run list risk --where status:treatd
says "did you mean treated? There are identified" 'a slip in a value'
run list risk --sort levle
says "no field 'levle' in Risks; did you mean 'level'?" 'a slip in an order'
for slip in 'list risk --columns code,levle' 'export risk --columns levle' \
	'list risk --where levle:1' 'set R-0001 levle=3' 'add risk levle=3' \
	'show R-0001 --field levle' 'views risk x --columns levle'; do
	run $slip
	says "no field 'levle' [a-z0-9 A-Z]*; did you mean 'level'?" "$slip"
done
printf 'Name\nx\n' >slip.csv
run import risk slip.csv --map Name=titel --dry-run
says "no field 'titel' in Risks; did you mean 'title'?" 'a slip in --map'
run list risk --columns xyzzy
says "no field 'xyzzy' in Risks; see 'isms fields risk'" 'nothing like it'
finds risk 'assets.owner!=P-0001' R-0002
finds risk '!assets.owner:*' 'R-0003 R-0004'
finds risk controls.code:A.8.13 R-0001
finds person 'asset.risk.title~vpn' 'P-0001 P-0002'
finds control 'risk.level>=high' A.8.13
finds control risk.assets.owner:novak A.8.13
finds asset risk:R-0002 'A-0001 A-0002'
finds asset 'risk!=R-0001' A-0002
finds asset risk.due:2026-03 A-0001
finds person 'risk:*' P-0002
finds person risk: P-0001
finds risk remark:why R-0002
finds risk 'remark.title~^why' R-0002

# ---- what every record has -------------------------------------------------------

run archive R-0001
finds risk archived:yes R-0001
finds risk 'archived:*' 'R-0001 R-0002 R-0003 R-0004'
finds risk 'owner:muller' ''
finds control 'risk:*' ''
finds control risk.archived:yes A.8.13
run set R-0001 title='Theft'
finds risk "changed>=$(date -u +%Y-%m-%d) archived:yes" R-0001
finds risk "changed<2020" ''
finds risk 'by:* code:R-0004' R-0004

# ---- all of it together ------------------------------------------------------------

finds risk '(title~vpn or title~ill) !due:2026-05..' R-0002
run list risk --where "$(printf 'assets.owner:novak %.0s' $(seq 200))" --columns code --format tsv
[ "$rc" = 0 ] && [ "$(sed 1d out)" = R-0002 ]
result $? 'two hundred conditions on links'
run list control --where "$(printf '(!x or b %.0s' 1 2 3 4 5)risk.level>=high)))))" --limit 1
[ "$rc" = 0 ]
result $? 'ten levels with a derived figure of a link'

# ---- headings ------------------------------------------------------------------------

run list risk --columns code,inherent_level,residual_level,owner
[ "$(sed -n 's/  */ /g;1p' out)" = 'Code Derived: inherent: Level Derived: residual: Level Risk owner' ]
result $? 'columns of one name say which they are'

# ---- errors --------------------------------------------------------------------------

refuses 'ownr:novak' "no field 'ownr' at character 1; did you mean 'owner'?" 0
refuses 'é assets.ownr:x' "no field 'ownr' at character 10; did you mean 'owner'?" 9
refuses '漢 due:03/04/2026' "'03/04/2026' could be 3 April or 4 March" 7
refuses 'title~a(b' 'this is no pattern: missing closing parenthesis' 9
refuses 'a or' 'a word is missing at character 5' 4
refuses 'title:"x' 'the quote at character 7 is not closed' 6
run list risk --where '~(x+x+)+y' --columns code
[ "$rc" = 0 ]
result $? 'a pattern with many ways on short texts'
run add risk title=xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxy0
run list risk --where '~^(x+x+)+[^xy]' --columns code
[ "$rc" = 1 ] && grep -q 'the pattern tries too many ways; make it simpler' err
result $? 'a pattern that would run for ever is stopped'

echo "1..$n"
