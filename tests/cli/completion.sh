#!/bin/sh
# completion.sh: what the shells are offered, and the scripts in the shells that are
# here. Prints TAP.
. "$(dirname "$0")/head.sh"

ISMS_FILE=acme.isms
PATH=$(dirname "$ISMS_BIN"):$PATH
export ISMS_FILE PATH

words() {
	"$ISMS_BIN" completion words -- "$@" >out 2>err </dev/null
	rc=$?
}

offers() { grep -q -x -e "$1\(	.*\)\{0,1\}" out; result $? "$2"; }   # REGEX NAME
lacks() { ! grep -q -e "^$1" out; result $? "$2"; }               # REGEX NAME
silent() { [ "$rc" = 0 ] && [ ! -s err ]; result $? "$1"; }       # NAME

words list risk --where owner:
silent 'without a file nobody is told of an error'

"$ISMS_BIN" init --org Acme >out 2>err || exit 99
"$ISMS_BIN" run - >out 2>err <<'END' || exit 99
add person title='Anna Novak'
add risk title=Fire owner=P-0001
END

words li
offers list 'a command by its beginning'
lacks undo 'and only what begins so'
words ''
offers dashboard 'all commands'
offers :files 'or a file'
words list ri
offers risk 'a register'
words list risk --for
offers --format 'an option'
words list risk --format ''
offers jsonl 'its words'
words export risk -o ''
offers :files 'a letter for an option; files are left to the shell'
words set R-
offers R-0001 'a code'
grep -q '^R-0001	Fire$' out
result $? 'and what it is'
words show ''
offers R- 'prefixes first'
lacks R-0001 'not the whole file'
words set R-0001 stat
offers status= 'a field of that record'
words set R-0001 level
lacks level 'but none that is derived'
words set R-0001 status=in
offers 'status=in treatment' 'a choice'
words set R-0001 owner=
offers owner=P-0001 'a reference'
words set R-0001 controls=A.8.1,A.8.2
offers controls=A.8.1,A.8.24 'one more of several'
words set R-0001 inherent_likelihood=
offers inherent_likelihood=4 'a step of a scale'
words show risk/R-
offers risk/R-0001 'a code behind its register'
words list risk --columns=code,ti
offers --columns=code,title 'the value of an option behind ='
words list risk --sort code,-le
offers code,-level 'an order downwards'
words list risk --where 'owner:P-0001 level>=hi'
offers 'owner:P-0001 level>=high' 'all of the language of filters'
words list risk --where 'owner:"Ann'
offers 'owner:"Anna Novak"' 'a name in it in quotes'
words --file=acme.isms export --output=ri
offers :files 'files behind =, too'
ISMS_FILE=none.isms "$ISMS_BIN" completion words -- --file=acme.isms show R- >out 2>err
offers R-0001 'codes of the file that --file= names'
words set R-0001 controls+=A.8.1
offers 'controls+=A.8.10' 'a reference to a code of the standard'
words suggest R-0001 A.8.1
offers A.8.10 'a control'
words suggest ris
offers risk 'suggest: a register'
words suggest R-
offers R-0001 'suggest: or a risk'
words trace A.8.1
offers A.8.10 'trace: a code of the standard'
words revert R-0001 du
offers due 'revert: a field'
words revert R-0001 --to ''
offers yesterday 'revert: a day'
words show R-0001 --field ti
offers title 'show: a field'
words due --owner ''
offers P-0001 'due: a person'
words report ri
offers risk-assessment 'report: its name'
words report review ''
lacks R-0001 'report: only a code of what it is about'
words plan --where le
offers level: 'plan: a field of the risks'
words soa --where app
offers applicable: 'soa: a field of its entries'
"$ISMS_BIN" views risk hot --where 'level>=4' >out 2>err || exit 99
words list risk --view h
offers hot 'list: a view that was kept'
words views risk h
offers hot 'views: the same'
words set R-0001 due=to
offers due=today 'a day'
words set R-0001 title=x statu
offers status= 'more fields'
words add risk owner=P-
offers owner=P-0001 'the same for a new record'
words list risk --where owner:P
offers owner:P-0001 'a value of a filter'
words list risk --columns code,ti
offers code,title 'the last of several columns'
words check --id risk-without-o
offers risk-without-owner 'a rule'
words check --clause 6.1.
offers 6.1.2 'a clause'
words catalogue gd
offers gdpr 'a catalogue'
words help ma
offers matrix 'a command for help'
words -f other.isms show R-
silent 'another file that is not there'
lacks R-0001 'has no codes'
words completion ba
offers bash 'a shell'

"$ISMS_BIN" completion tcsh >out 2>err
rc=$?
[ $rc = 2 ]
result $? 'another shell is refused'

# ---- the shells themselves --------------------------------------------------

for shell in bash zsh fish; do
	"$ISMS_BIN" completion $shell >isms.$shell
done
if command -v bash >/dev/null; then
	cat >ask.bash <<'END'
. ./isms.bash
COMP_LINE=$1 COMP_POINT=${#1}
_isms
printf '%s\n' "${COMPREPLY[@]}"
END
	bash ask.bash 'isms list ri' >out 2>err
	offers risk 'bash: a register'
	bash ask.bash 'isms set R-0001 status=in' >out 2>err
	offers 'in\\ treatment' 'bash: behind =, quoted'
	bash ask.bash 'isms list risk --where owner:P' >out 2>err
	offers P-0001 'bash: behind :'
	bash ask.bash 'isms list risk --columns=code,ti' >out 2>err
	offers code,title 'bash: a comma is not quoted'
	bash ask.bash "isms set R-0001 title='A b' 'status=in" >out 2>err
	offers 'status=in treatment' 'bash: within quotes'
else
	skip 'bash' 'not here'
fi
if command -v fish >/dev/null; then
	fish -c '. isms.fish; complete -C "isms set R-0001 owner="' >out 2>err
	offers owner=P-0001 'fish: a reference'
	line="isms list risk --where 'level>=hi" fish -c '. isms.fish; complete -C $line' >out 2>err
	grep -q 'level>=high' out
	result $? 'fish: within quotes'
	fish -c '. isms.fish; complete -C "isms --file=acm"' >out 2>err
	offers --file=acme.isms 'fish: a file behind ='
else
	skip 'fish' 'not here'
fi
if command -v zsh >/dev/null; then
	zsh -f -n isms.zsh >out 2>err
	rc=$?
	[ $rc = 0 ]
	result $? 'zsh: can be read'
else
	skip 'zsh' 'not here'
fi

echo "1..$n"
