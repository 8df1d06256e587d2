# What zsh makes of a line and a TAB, in a terminal of its own. Usage: zsh complete.zsh SHARE LINE
zmodload zsh/zpty
zpty shell zsh -f -i
zpty -w shell "PS1=; unsetopt prompt_cr prompt_sp; fpath=($1/zsh/site-functions \$fpath); autoload -Uz compinit; compinit -D -u; print ready"
said=
until [[ $said == *$'\n'ready* ]]; do zpty -r shell part || exit 1; said+=$part; done
zpty -w -n shell "$2"$'\t'
said=
for try in {1..100}; do
    sleep 0.1
    while zpty -r -t shell part; do said+=$part; done
    [[ ${#said} -gt $((${#2} + 1)) && $said == *' ' ]] && break
done
print -r -- "$said"
zpty -d shell
