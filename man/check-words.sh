#!/bin/sh
# check-words.sh: is the manual page that was built the one of this program, and do
# the guide and README print what the program does? Prints TAP.
LC_ALL=C.UTF-8
export LC_ALL
: "${ISMS_BIN:?ISMS_BIN is the program to test}"
srcdir=${ISMS_SRCDIR:-$(dirname "$0")/..}
page=${ISMS_BUILDDIR:-.}/man/isms.1
in=$srcdir/man/isms.1.in
tmp=$(mktemp -d "${TMPDIR:-/tmp}/words.XXXXXX") || exit 99
trap 'rm -rf "$tmp"' EXIT
n=0 failed=0

result() { # NAME OUTPUT: passes when OUTPUT is empty
	n=$((n + 1))
	if [ -z "$2" ]; then
		echo "ok $n - $1"
	else
		echo "not ok $n - $1"
		printf '%s\n' "$2" | head -n 40 | sed 's/^/# /'
		failed=1
	fi
}

skip() { n=$((n + 1)); echo "ok $n - $1 # SKIP $2"; }

# ---- the page ----------------------------------------------------------------

LC_ALL=C "$ISMS_BIN" manual >"$tmp/tables"
# between what stands before and after @TABLES@ in isms.1.in, nothing else
before=$(awk '/^@TABLES@$/ { print NR - 1 }' "$in")
after=$(awk '/^@TABLES@$/ { at = NR } END { print NR - at }' "$in")
compare() { # PAGE
	total=$(wc -l <"$1")
	sed "1,${before}d" "$1" | head -n $((total - before - after)) |
		diff "$tmp/tables" - 2>&1
}
result 'the page has the tables of the program' "$(compare "$page")"
sed '/-rejects/d' "$page" >"$tmp/page"
result 'a page that lacks an option is noticed' "$([ -n "$(compare "$tmp/page")" ] || echo same)"

# isms WORD and --OPTION in the text are what the program knows
sed -n "$((before + 2)),\$p" "$in" | sed 's/\\-/-/g; s/\\(aq/'"'"'/g' >"$tmp/text"
unknown() {
	grep -o '^isms -f acme.isms [a-z]*' "$1" | sed 's/.* //' | sort -u | while read -r word; do
		"$ISMS_BIN" "$word" --help >/dev/null 2>&1 || echo "no command '$word'"
	done
	grep -o -e '--[a-z][a-z-]*' "$1" | sort -u | while read -r word; do
		sed 's/\\-/-/g' "$tmp/tables" | grep -Fq -e "$word" || echo "no option '$word'"
	done
}
result 'the text names only what there is' "$(unknown "$tmp/text")"
(cat "$tmp/text"; echo 'isms -f acme.isms frobnicate --gently') >"$tmp/wrong"
result 'what there is not is noticed' "$([ "$(unknown "$tmp/wrong" | wc -l)" = 2 ] || echo not)"
# the rule of its own is understood, and finds
mkdir -p "$tmp/config/isms/check"
awk '/^-- id: / { on = 1 } /^\.EE/ { on = 0 } on' "$tmp/text" \
	>"$tmp/config/isms/check/action-no-cost.sql"
own() (
	XDG_CONFIG_HOME=$tmp/config
	export XDG_CONFIG_HOME
	"$ISMS_BIN" -f "$tmp/own.isms" init --org Acme
	"$ISMS_BIN" -f "$tmp/own.isms" add action title=Sprinklers
	"$ISMS_BIN" -f "$tmp/own.isms" check --id action-no-cost
) 2>&1
result "the rule of one's own is found" "$(own | grep -q '^    AC-0001  Sprinklers$' || own)"
if command -v groff >/dev/null 2>&1; then
	result 'groff takes the page' "$(groff -man -Tutf8 -ww "$page" 2>&1 >/dev/null)"
else
	skip 'groff takes the page' 'no groff'
fi
if command -v mandoc >/dev/null 2>&1; then
	result 'mandoc takes the page' "$(mandoc -T lint -W warning "$page" 2>&1)"
else
	skip 'mandoc takes the page' 'no mandoc'
fi

# ---- the guide ---------------------------------------------------------------

# What it shows is typed in a new file, in its order: between .EX and .EE `$ ` stands
# before what is typed, a backslash at the end goes on. Every other line has to be
# among what that command prints, for not all of it is shown.
guide=$srcdir/man/isms-guide.7
plain() { sed 's/\\-/-/g; s/\\e/\\/g; s/\\(aq/'"'"'/g' "$1"; }
type_guide() ( # PAGE
	rm -rf "$tmp/guide"
	mkdir -p "$tmp/guide/bin" && cd "$tmp/guide" || exit 1
	ln -s "$ISMS_BIN" bin/isms
	PATH=$tmp/guide/bin:$PATH HOME=$tmp/guide TZ=UTC
	export PATH HOME TZ
	unset ISMS_FILE XDG_DATA_HOME XDG_CONFIG_HOME
	plain "$1" | awk -v q="'" '
		function flush() {
			if (cmd == "")
				return
			gsub(q, q "\\" q q, said)
			print "said " q substr(said, 1, length(said) - 1) q
			print cmd "} >out 2>&1 </dev/null; rc=$?"
			gsub(q, q "\\" q q, expected)
			print "expect " q expected q
			cmd = expected = said = ""
		}
		/^\.EE/ { flush(); on = 0 }
		on && more { cmd = cmd $0 "\n"; more = /\\$/; next }
		on && /^\$ / { flush(); said = $0 "\n"; cmd = "{ " substr($0, 3) "\n"; more = /\\$/; next }
		on { expected = expected $0 "\n" }
		/^\.EX/ { on = 1 }' >session.sh
	said() { command=$1; }
	expect() {
		case $rc in 0|5) ;; *) echo "$command: exit status $rc"; cat out ;; esac
		printf '%s' "$1" | while IFS= read -r line; do
			grep -Fxq -e "$line" out || echo "$command: does not print '$line'"
		done
	}
	. ./session.sh
)
result 'the guide shows what the program does' "$(type_guide "$guide")"
(cat "$guide"; printf '.EX\n$ isms frobnicate\n$ isms kinds\nNothing\n.EE\n') >"$tmp/wrong.7"
result 'a command of the guide that fails is noticed' \
	"$([ "$(type_guide "$tmp/wrong.7" | grep -c '^\$ isms [fk]')" = 2 ] || echo not)"

# NAMES under a tag of the guide: its registers, its rules
under() { # TAG PAGE
	plain "$2" | tr -d '"' | awk -v tag=".IP $1" '
		on && !/^\.[IB] / { on = 0 }
		on { gsub(/[.,]/, " "); for (i = 2; i <= NF; i++) print $i }
		$0 == tag { on = 1 }' | sort -u
}
"$ISMS_BIN" kinds --format tsv | cut -f1 | sort >"$tmp/kinds"
XDG_CONFIG_HOME=$tmp/none "$ISMS_BIN" -f "$tmp/guide/acme.isms" check --list --format tsv |
	cut -f3 | sort >"$tmp/rules"
result 'the guide knows its registers' "$(under Registers "$guide" | comm -23 - "$tmp/kinds")"
result 'the guide knows its rules' "$(under 'Silent when done' "$guide" | comm -23 - "$tmp/rules")"
result 'the guide names many rules' \
	"$([ "$(under 'Silent when done' "$guide" | wc -l)" -gt 80 ] || echo few)"
for lint in 'groff -man -Tutf8 -ww' 'mandoc -T lint -W warning'; do
	if command -v "${lint%% *}" >/dev/null 2>&1; then
		result "${lint%% *} takes the guide" "$($lint "$guide" 2>&1 >"$tmp/lint")$(cat "$tmp/lint" | grep "^mandoc:")"
	else
		skip "${lint%% *} takes the guide" "no ${lint%% *}"
	fi
done

# ---- README ------------------------------------------------------------------

# The session of README: lines with four blanks below "On the command line", `$ `
# before what is typed, `> ` before what goes on.
session() {
	awk '/^[^ ]/ { on = 0 } /^On the command line/ { on = 1 } on && /^    / { print substr($0, 5) }' \
		"$srcdir/README"
}

# Types it, and prints what README would have to say.
replay() (
	mkdir "$tmp/home" "$tmp/bin" && cd "$tmp/home" || exit 1
	ln -s "$ISMS_BIN" "$tmp/bin/isms"
	PATH=$tmp/bin:$PATH HOME=$tmp/home TZ=UTC
	export PATH HOME TZ
	unset ISMS_FILE XDG_DATA_HOME
	session | awk -v q="'" '
		function flush() {
			if (cmd == "")
				return
			gsub(q, q "\\" q q, shown)
			print "printf " q "%s\\n" q " " q substr(shown, 1, length(shown) - 1) q
			print "{ " cmd "} 2>&1"
			cmd = shown = ""
		}
		/^\$ / { flush(); cmd = substr($0, 3) "\n"; shown = $0 "\n"; next }
		/^> / { cmd = cmd substr($0, 3) "\n"; shown = shown $0 "\n"; next }
		END { flush() }' >"$tmp/session.sh"
	sh "$tmp/session.sh" | sed "s|$tmp/home|/home/anna|"
)
session >"$tmp/said"
replay >"$tmp/done"
result 'README prints what the program does' "$(diff "$tmp/said" "$tmp/done")"
result 'README has a session' "$([ "$(grep -c '^\$ isms' "$tmp/said")" -gt 5 ] || echo none)"

echo "1..$n"
exit $failed
