# What bash offers at the end of a line. Usage: bash complete.bash SHARE LINE
source "$1/bash-completion/completions/cogov"
COMP_LINE=$2
COMP_POINT=${#COMP_LINE}
read -ra COMP_WORDS <<<"$COMP_LINE"
COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
$(complete -p cogov | sed -nE 's/.* -F ([^ ]+) .*/\1/p') cogov "${COMP_WORDS[COMP_CWORD]}" "${COMP_WORDS[COMP_CWORD - 1]}"
printf '%s\n' "${COMPREPLY[@]}"
