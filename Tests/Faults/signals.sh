# Commands that are ended from outside at a random moment.

# Which commands a fault is tried on.
commands_of() { # FAULT
    case $1 in
    bit_flipped_in_a_sweep_read) echo sweep ;;
    studio_killed) echo studio ;;
    library_missing | hung_up_with_nohup) echo run ;;
    *) echo run compare sweep claims ;;
    esac
}

# A command that gets a signal at some moment of its life.
signalled() { # SIGNAL COMMAND FOLDER
    local process
    words "$2" "$3"
    # Not by way of a function: what gets the signal must be the program, not a shell that waits for it.
    "$program" "${words[@]}" >output 2>errors &
    process=$!
    pause "$(random "${undisturbed[$2]}")"
    kill -"$1" "$process" 2>/dev/null || true
    code=0
    wait "$process" 2>/dev/null || code=$?
}

# Asked to end, it ends with 3 and says how to go on, unless it was over or had not begun to listen.
ended_by() { # SIGNAL NUMBER COMMAND FOLDER
    signalled "$1" "$3" "$4"
    case $code in
    0) outcome="was over before" ;;
    3)
        is_told 'same command|what was lived is kept'
        outcome="exit 3, told that the same command goes on; it does, to the same tables"
        ;;
    $((128 + $2))) outcome="ended before it had begun; the same command does it all" ;;
    *) fail "exit code $code" ;;
    esac
    goes_on "$3" "$4"
}

fault_terminated() { ended_by TERM 15 "$@"; }
fault_interrupted() { ended_by INT 2 "$@"; }
fault_hung_up() { ended_by HUP 1 "$@"; }

fault_killed() {
    signalled KILL "$@"
    [ "$code" -eq 0 ] || [ "$code" -eq 137 ] || fail "exit code $code"
    outcome=$([ "$code" -eq 0 ] && echo "was over before" || echo "no word; the same command goes on to the same tables")
    goes_on "$@"
}

# What was begun to outlive its terminal does.
fault_hung_up_with_nohup() {
    local process
    words "$1" "$2"
    nohup "$program" "${words[@]}" >output 2>errors </dev/null &
    process=$!
    pause "$(random "${undisturbed[$1]}")"
    kill -HUP "$process" 2>/dev/null || true
    code=0
    wait "$process" || code=$?
    # Before it is the program, the shell that becomes it may still be hung up.
    [ "$code" -eq 129 ] || { [ "$code" -eq 0 ] && is_as_undisturbed "$1" "$2"; } || fail "exit code $code"
    outcome=$([ "$code" -eq 0 ] && echo "went on to its end" || echo "ended before it had begun")
    goes_on "$@"
}

# Twice in a row: at once, whatever is lost.
fault_impatient() {
    local process
    words "$1" "$2"
    "$program" "${words[@]}" >output 2>errors &
    process=$!
    pause "$(random "${undisturbed[$1]}")"
    kill -TERM "$process" 2>/dev/null || true
    pause 5
    kill -TERM "$process" 2>/dev/null || true
    code=0
    wait "$process" 2>/dev/null || code=$?
    case $code in
    0) outcome="was over before" ;;
    3) outcome="exit 3 after the first; the same command goes on to the same tables" ;;
    143) outcome="ended at once; the same command goes on to the same tables" ;;
    *) fail "exit code $code" ;;
    esac
    goes_on "$@"
}
