# Too little of what a process needs: files, memory, libraries; and a clock that goes back.

fault_few_files() {
    local files=$((3 + $(random 40)))
    words "$1" "$2"
    code=0
    # The shell opens its files before it may have no more.
    (ulimit -n $files && exec "$program" "${words[@]}") >/dev/null 2>errors || code=$?
    case $code in
    0) outcome="enough" ;;
    127)
        is_told 'error while loading shared libraries'
        outcome="exit 127: the system cannot load its libraries (fewer files than a program takes to begin)"
        ;;
    *)
        is_told 'ulimit -n'
        outcome="exit $code: how many files there are and are needed, and how to raise the limit"
        ;;
    esac
    goes_on "$@"
}

fault_little_memory() {
    local kilobytes=$((100000 + $(random 300000)))
    words "$1" "$2"
    code=0
    (ulimit -v $kilobytes && exec "$program" "${words[@]}" >/dev/null 2>errors) || code=$?
    case $code in
    0) outcome="enough" ;;
    127)
        is_told 'error while loading shared libraries'
        outcome="exit 127: the system cannot load its libraries (less memory than these take)"
        ;;
    *)
        is_told 'memory'
        outcome="exit $code: how much memory there is and is needed"
        ;;
    esac
    goes_on "$@"
}

# Killed under one date and given again under an earlier one.
fault_clock_set_back() {
    command -v faketime >/dev/null || { outcome="skipped: faketime is not installed" && return 0; }
    signalled KILL "$@"
    words "$1" "$2"
    code=0
    # What measures time that passes goes on, as on a machine whose clock is set.
    DONT_FAKE_MONOTONIC=1 FAKETIME_DONT_FAKE_MONOTONIC=1 faketime '2001-02-03 04:05:06' "$program" "${words[@]}" >output 2>errors || code=$?
    [ "$code" -eq 0 ] || fail "exit code $code"
    grep -q '"started" : "2001-02-03' "$2/manifest.json" || fail "the clock was not set back"
    is_as_undisturbed "$1" "$2" || [ "$1" = sweep ] || fail "the tables differ"
    outcome="nothing: no result, lock or file depends on the date; the manifest tells the earlier one"
    goes_on "$@"
}

# A library of the system that is not there, one after another.
fault_library_missing() {
    local libraries library
    is_apart || return 0
    mapfile -t libraries < <(ldd "$program" | sed -nE 's/.*=> (.*lib(gsl|gslcblas|netcdf|sqlite3|crypto|z|mpi)\.so[^ ]*) .*/\1/p')
    [ ${#libraries[@]} -gt 0 ] || { outcome="skipped: the program brings its libraries along" && return 0; }
    library=$(readlink -f "${libraries[$((attempt % ${#libraries[@]}))]}")
    mount --bind /dev/null "$library"
    words "$1" "$2"
    code=0
    "$program" "${words[@]}" >output 2>errors || code=$?
    umount "$library"
    [ "$code" -eq 127 ] || fail "exit code $code without $library"
    is_told 'error while loading shared libraries: .*lib'
    [ ! -e "$2" ] || fail "something was written"
    outcome="exit 127, by the system: the library's name; nothing written (make setup installs it)"
    goes_on "$@"
}
