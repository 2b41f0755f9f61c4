#!/bin/sh
# bulk.sh: many records changed at once, and views, on the command line. Prints TAP.
. "$(dirname "$0")/head.sh"

holds() { # CODE FIELD VALUE NAME
	run list risk --where "code=$1" --columns "$2" --format tsv
	[ "$(sed -n 2p out)" = "$3" ]
	result $? "$4"
}

run init
i=0
while [ $i -lt 25 ]; do
	i=$((i + 1))
	echo "Risk $i"
done >titles
{ echo Risk; cat titles; } >risks.csv
run import risk risks.csv
exits 0 '25 risks'

run set R-0001 R-0002 R-0003 priority=2 category=it
exits 0 'several codes'
prints '^R-0002 priority: - -> 2$' 'old and new of each'
prints '^R-0003 category: - -> it$' 'of each field'
says '3 changed, 0 were so already, 0 cannot' 'and the sum'
run log --limit 1
prints 'edit R-0001, R-0002, R-0003' 'one line in the history'
run undo
holds R-0002 priority '' 'one step of undo'

run set risk --where 'code<=R-0003' priority=1 --dry-run
exits 0 'a dry run'
lines 3 'tells all'
says '3 would change' 'says what would be'
holds R-0001 priority '' 'writes nothing'
run --read-only set risk --where 'code<=R-0003' priority=1 --dry-run
exits 0 'a dry run needs no right to write'

run set R-0001 status=analysed
run set R-0001 R-0002 status=evaluated
exits 4 'where one cannot go there'
says 'R-0002: .*cannot go from' 'the reason'
says 'nothing was written; --partial' 'and the way out'
holds R-0001 status analysed 'nothing was written'
run set R-0001 R-0002 status=evaluated --partial
exits 4 'left out, but told'
prints '^R-0001 status: analysed -> evaluated$' 'what was done'
holds R-0001 status evaluated 'is done'

run set risk --where '' 'controls+=A.5.1'
exits 2 'more than 20 need a yes'
says '25 records would change' 'and the number'
run set risk --where '' 'controls+=A.5.1' --yes
exits 0 'with it'
lines 25 'all are told'
run set R-0001 'controls+=A.5.2'
run set R-0001 'controls-=A.5.1'
holds R-0001 controls A.5.2 'one: added and taken away'
run set R-0001 'priority+=1'
exits 2 'one value cannot be added to'
run set R-0001 R-0002 level=1
exits 2 'what is derived cannot be set'
run set R-0001 A.5.1 notes=x
exits 2 'two registers at once'
says 'another register' 'are refused'
run set risk --where 'title:nothing' notes=x
exits 0 'nothing found'
says '^isms: 0 changed' 'is told'
run set risk --where 'nonsense=1' notes=x
exits 2 'a filter that is none'
run views
exits 0 'no views yet'
run views risk Analysed --where 'status:evaluated' --sort '-code' --columns title,status
exits 0 'a view is kept'
run views risk Analysed --where 'status:identified' --everybody
exits 0 'one for everybody beside it'
run views --format tsv
prints "^risk	Analysed	oneself	status:evaluated	-code	title,status;1" 'its parts'
prints "^risk	Analysed	everybody	status:identified" 'everybody'
run list risk --view analysed --format tsv
prints '^code	title	status$' 'the columns of the view'
lines 2 'its filter'
run export risk --view analysed --format csv-raw
prints '^code,title,status' 'an export has the columns of the view'
lines 2 'and its filter'
run export risk --view analysed --columns code --where 'code:nothing' --format csv-raw
lines 1 'both can be said otherwise'
run list risk --view analysed --where 'code:nothing' --format tsv
lines 1 '--where narrows it'
run views risk Analysed --remove
exits 0 'taken away'
run list risk --view analysed --format tsv --columns code
lines 25 'the one of everybody is left'
run list risk --view nonsense
exits 1 'one that is not there'
says "no view 'nonsense' of Risks" 'is told'
run views risk x --where 'nonsense=1'
exits 2 'a filter that is none is not kept'
run log --limit 1
prints 'set\|edit' 'views have no line in the history'
run doctor
exits 0 'the file is sound'
echo "1..$n"
