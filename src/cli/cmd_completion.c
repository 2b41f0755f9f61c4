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

/* = and : part words in bash, and belong to ours: the words are taken from the
 * line, and what bash has before the last of them is cut off again. */
static const char bash[] =
	"# bash completion of isms, made by 'isms completion bash'\n"
	"_isms() {\n"
	"	local line=${COMP_LINE:0:COMP_POINT} words=() word last cut=''\n"
	"	read -ra words <<<\"$line\"\n"
	"	case $line in *[[:space:]]) words+=('') ;; esac\n"
	"	last=${words[${#words[@]}-1]}\n"
	"	case $last in *[=:]*) cut=${last%\"${last##*[=:]}\"} ;; esac\n"
	"	COMPREPLY=()\n"
	"	while IFS=$'\\t' read -r word _; do\n"
	"		if [ \"$word\" = :files ]; then\n"
	"			compopt -o default 2>/dev/null\n"
	"		else\n"
	"			printf -v word %q \"${word#\"$cut\"}\"\n"
	"			COMPREPLY+=(\"$word\")\n"
	"		fi\n"
	"	done < <(\"${words[0]}\" completion words -- \"${words[@]:1}\" 2>/dev/null)\n"
	"	case ${COMPREPLY[0]-} in *[=:-]) compopt -o nospace 2>/dev/null ;; esac\n"
	"}\n"
	"complete -F _isms isms\n";

static const char zsh[] =
	"#compdef isms\n"
	"# zsh completion of isms, made by 'isms completion zsh'\n"
	"_isms() {\n"
	"	local line word what files=0 end=' '\n"
	"	local -a found shown\n"
	"	\"${words[1]}\" completion words -- \"${(@)words[2,CURRENT]}\" 2>/dev/null |\n"
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
	"	[[ ${found[1]-} == *[=:-] ]] && end=''\n"
	"	(( ${#found} )) && compadd -S \"$end\" -l -d shown -a found\n"
	"	(( files )) && _files\n"
	"}\n"
	"if [ \"$funcstack[1]\" = _isms ]; then _isms \"$@\"; else compdef _isms isms; fi\n";

static const char fish[] =
	"# fish completion of isms, made by 'isms completion fish'\n"
	"function __isms_words\n"
	"	set -l words (commandline -opc) (commandline -ct)\n"
	"	for line in (command $words[1] completion words -- $words[2..-1] 2>/dev/null)\n"
	"		if test \"$line\" = :files\n"
	"			__fish_complete_path (commandline -ct)\n"
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
