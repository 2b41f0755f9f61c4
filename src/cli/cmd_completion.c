/*
 * isms completion: what a shell needs to complete the words of the command line.
 * The scripts only ask the program (`isms completion words`), so that they cannot
 * disagree with its tables; `make install` puts them where the shells look.
 */
#include "config.h"

#include <stdio.h>
#include <string.h>

#include "isms/util/i18n.h"

#include "private.h"

/* The words are taken from the line: = and : part them in bash, and belong to ours. What bash
 * has before the place where it begins its own word (from) is cut off again. */
static const char bash[] =
	"# bash completion of isms, made by 'isms completion bash'\n"
	"_isms() {\n"
	"	local line=${COMP_LINE:0:COMP_POINT} words=() last='' quote='' from=0 i c word _\n"
	"	for ((i = 0; i < ${#line}; i++)); do\n"
	"		c=${line:i:1}\n"
	"		if [[ -n $quote ]]; then\n"
	"			if [[ $c = \"$quote\" ]]; then quote=''; else last+=$c; fi\n"
	"			continue\n"
	"		fi\n"
	"		case $c in\n"
	"		[\\'\\\"]) quote=$c from=${#last} ;;\n"
	"		[[:space:]]) words+=(\"$last\") last='' from=0 ;;\n"
	"		\\\\) last+=${line:++i:1} ;;\n"
	"		[=:]) last+=$c from=${#last} ;;\n"
	"		*) last+=$c ;;\n"
	"		esac\n"
	"	done\n"
	"	COMPREPLY=()\n"
	"	while IFS=$'\\t' read -r word _; do\n"
	"		if [[ $word = :files ]]; then\n"
	"			compopt -o default 2>/dev/null\n"
	"			continue\n"
	"		fi\n"
	"		word=${word:from}\n"
	"		[[ -n $quote || $word != *[^[:alnum:]_.,:=/+-]* ]] || printf -v word %q \"$word\"\n"
	"		COMPREPLY+=(\"$word\")\n"
	"	done < <(\"${words[0]}\" completion words -- \"${words[@]:1}\" \"$last\" 2>/dev/null)\n"
	"	case ${COMPREPLY[0]-} in *[=:.-]) compopt -o nospace 2>/dev/null ;; esac\n"
	"}\n"
	"complete -F _isms isms\n";

static const char zsh[] =
	"#compdef isms\n"
	"# zsh completion of isms, made by 'isms completion zsh'\n"
	"_isms() {\n"
	"	local line word what last=$PREFIX files=0 end=' '\n"
	"	local -a found shown\n"
	"	[[ -n $compstate[quote] ]] || last=${(Q)PREFIX}\n"
	"	\"${words[1]}\" completion words -- \"${(@Q)words[2,CURRENT-1]}\" \"${(Q)IPREFIX}$last\" 2>/dev/null |\n"
	"	while IFS= read -r line; do\n"
	"		word=${line%%$'\\t'*}\n"
	"		what=${line#*$'\\t'}\n"
	"		if [[ $word == :files ]]; then\n"
	"			files=1\n"
	"		else\n"
	"			found+=(\"$word\")\n"
	"			[[ $what == $line ]] && shown+=(\"$word\") || shown+=(\"$word  $what\")\n"
	"		fi\n"
	"	done\n"
	"	[[ ${found[1]-} == *[=:.-] ]] && end=''\n"
	"	(( ${#found} )) && compadd -S \"$end\" -l -d shown -a found\n"
	"	if (( files )); then\n"
	"		[[ $PREFIX == --*=* ]] && compset -P '*='\n"
	"		_files\n"
	"	fi\n"
	"}\n"
	"if [ \"$funcstack[1]\" = _isms ]; then _isms \"$@\"; else compdef _isms isms; fi\n";

static const char fish[] =
	"# fish completion of isms, made by 'isms completion fish'\n"
	"function __isms_words\n"
	"	set -l words (commandline -opc)\n"
	"	set -l last (commandline -ct | string replace -r '^[\\'\"]' '' | string replace -ar '\\\\\\\\(.)' '$1')\n"
	"	for line in (command $words[1] completion words -- $words[2..-1] \"$last\" 2>/dev/null)\n"
	"		if test \"$line\" = :files\n"
	"			set -l option (string match -r -- '^--[^=]*=' \"$last\")\n"
	"			for path in (__fish_complete_path (string replace -- \"$option\" '' \"$last\"))\n"
	"				echo \"$option$path\"\n"
	"			end\n"
	"		else\n"
	"			echo $line\n"
	"		end\n"
	"	end\n"
	"end\n"
	"complete -c isms -f -a '(__isms_words)'\n";

static const struct {
	const char *shell, *script;
} scripts[] = {
	{"bash", bash},
	{"zsh", zsh},
	{"fish", fish},
};

bool cmd_completion(struct cli *cli, struct err *err)
{
	const char *shell = cli_word(cli, 0, err);
	size_t i = 0;

	if (!shell)
		return false;
	if (!strcmp(shell, "words")) {
		complete_words(cli, cli->words + 1, cli->nwords - 1);
		return true;
	}
	while (i < sizeof(scripts) / sizeof(scripts[0]) && strcmp(scripts[i].shell, shell))
		i++;
	if (i == sizeof(scripts) / sizeof(scripts[0]))
		return err_set(err, ERR_USAGE,
			       _("there is a completion for bash, zsh and fish, not "
				 "for '%s'"),
			       shell);
	if (!cli_words_max(cli, 1, err))
		return false;
	fputs(scripts[i].script, stdout);
	return true;
}
