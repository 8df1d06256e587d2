# Where output goes is gone, full or closed. Results are kept in files, whatever becomes of the screen.

loud() { # COMMAND FOLDER: its words, with all that it has to tell
    words "$@"
    local word all=("${words[@]}")
    words=()
    for word in "${all[@]}"; do [ "$word" = --quiet ] || words+=("$word"); done
}

is_complete() { # COMMAND FOLDER
    grep -q '"state" : "complete"' "$2/manifest.json" || fail "the manifest does not tell of the end"
    [ "$1" = sweep ] || is_as_undisturbed "$1" "$2" || fail "not all tables are there"
}

# `cogov ... | head -1`, and a reader that takes nothing at all.
fault_reader_gone() {
    loud "$@"
    set +e
    if [ $((attempt % 2)) -eq 0 ]; then
        "$program" "${words[@]}" 2>errors | head -n 1 >output
    else
        "$program" "${words[@]}" 2>errors | true
    fi
    code=${PIPESTATUS[0]}
    set -e
    [ "$code" -eq 0 ] || fail "exit code $code"
    is_complete "$@"
    outcome="nothing: all is kept, exit 0"
    goes_on "$@"
}

fault_output_full() {
    loud "$@"
    code=0
    "$program" "${words[@]}" 2>errors >/dev/full || code=$?
    [ "$code" -eq 1 ] || fail "exit code $code"
    is_told 'Standard output could not be written'
    is_complete "$@"
    outcome="exit 1: standard output could not be written; all files are kept"
    goes_on "$@"
}

fault_output_closed() {
    loud "$@"
    code=0
    case $((attempt % 3)) in
    0) "$program" "${words[@]}" 2>errors >&- || code=$? ;;
    1) "$program" "${words[@]}" 2>&- >output || code=$? ;;
    2) "$program" "${words[@]}" 2>&- >&- <&- || code=$? ;;
    esac
    [ "$code" -eq 0 ] || fail "exit code $code"
    is_complete "$@"
    outcome="nothing: all is kept, exit 0"
    goes_on "$@"
}
