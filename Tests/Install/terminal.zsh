# What zsh or fish makes of a line and a TAB, in a terminal of its own. Usage: zsh terminal.zsh zsh|fish SHARE LINE
zmodload zsh/zpty
if [[ $1 == zsh ]]; then
    zpty shell zsh -f -i
    zpty -w shell "PS1=; unsetopt prompt_cr prompt_sp; fpath=($2/zsh/site-functions \$fpath); autoload -Uz compinit; compinit -D -u; print ready"
else
    zpty shell env TERM=dumb fish --no-config --interactive
    zpty -w shell "function fish_prompt; end; source $2/fish/vendor_completions.d/cogov.fish; echo re'ady'"
fi
said=
until [[ $said == *$'\n'ready* ]]; do zpty -r shell part || exit 1; said+=$part; done
zpty -w -n shell "$3"$'\t'
# What comes until nothing more does for two seconds.
said= quiet=0
while ((quiet < 20)); do
    sleep 0.1
    ((quiet++))
    while zpty -r -t shell part; do said+=$part quiet=0; done
done
print -r -- "$said"
zpty -d shell
