# head.sh: how each of these scripts begins; they read it with
#
#	. "$(dirname "$0")/head.sh"
#
# It makes a folder of its own the current one, which goes away at the end, and defines
# how the program is run and what is looked at then. What a script does otherwise it
# defines anew behind that line.
: "${ISMS_BIN:?ISMS_BIN is the program to test}"
dir=$(mktemp -d "${TMPDIR:-/tmp}/isms-cli.XXXXXX") || exit 99
trap 'chmod -R u+rwx "$dir"; rm -rf "$dir"' EXIT
cd "$dir" || exit 99
unset ISMS_FILE ISMS_CONFIG
today=2026-04-16
file=acme.isms
n=0 rc=0

# run ARG...: runs the program on $file as of $today; its output is in ./out and ./err.
run() {
	"$ISMS_BIN" --today "$today" -f "$file" "$@" >out 2>err </dev/null
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

skip() { n=$((n + 1)); echo "ok $n - $1 # SKIP $2"; }             # NAME REASON

exits() { [ "$rc" = "$1" ]; result $? "$2"; }                     # STATUS NAME
prints() { grep -q -e "$1" out; result $? "$2"; }                 # REGEX NAME
lacks() { ! grep -q -e "$1" out; result $? "$2"; }                # REGEX NAME
says() { grep -q -e "$1" err; result $? "$2"; }                   # REGEX NAME
silent() { [ ! -s err ]; result $? "$1"; }                        # NAME
lines() { [ "$(wc -l <out)" -eq "$1" ]; result $? "$2"; }         # COUNT NAME
