# Disks that are full or not to be written, files that are not what they were, folders in which others write.

# A disk of so many kilobytes at `small`.
mount_small() { # KILOBYTES
    ! mountpoint -q small || umount small
    mount -t tmpfs -o "size=${1}k" none small
}

fault_disk_full() {
    local need
    is_apart || return 0
    need=$(du -sk "whole/$1" | cut -f 1)
    mount_small $((64 + $(random $((need * 3 / 2)))))
    give "$1" small/there
    if [ "$code" -eq 0 ]; then
        outcome="there was room enough"
    else
        is_told 'disk|No space left'
        [ "$code" -le 2 ] || fail "a full disk is no interruption, and ended with $code"
        if [ "$code" -eq 2 ]; then
            outcome="exit 2 before anything is lived: how much is free and needed"
        else
            outcome="exit $code: which file, that the disk is full, what is kept"
        fi
    fi
    mount -o remount,size=64m small
    goes_on "$1" small/there
    umount small
}

# A limit on the length of files (a quota has the same effect).
fault_file_too_long() {
    local need
    need=$(du -sk "whole/$1" | cut -f 1)
    words "$1" "$2"
    code=0
    (ulimit -f "$((8 + $(random "$need")))" && exec "$program" "${words[@]}" >/dev/null 2>errors) || code=$?
    if [ "$code" -eq 0 ]; then
        outcome="no file was so long"
    else
        is_told 'disk|File too large|disk I/O'
        [ "$code" -le 2 ] || fail "a limit on files is no interruption, and ended with $code"
        outcome="exit $code: which file cannot be written"
    fi
    goes_on "$@"
}

fault_read_only() {
    is_apart || return 0
    mount_small 65536
    if [ $((attempt % 2)) -eq 0 ]; then cp -R "whole/$1" small/there; fi
    mount -o remount,ro small
    give "$1" small/there
    [ "$code" -ne 0 ] || fail "it wrote what cannot be written"
    is_told 'small/there.*(Read-only|cannot be written)'
    outcome="exit $code: which folder cannot be written; another is to be given with --out"
    mount -o remount,rw small
    goes_on "$1" small/there
    umount small
}

archive_of() { echo "$1/results.sqlite"; }

# What an export of a damaged archive may say: nothing wrong, or that it is damaged.
reads_damaged() { # COMMAND FOLDER
    rm -f "$2"/*.csv
    code=0
    "$program" export "$2" --quiet >output 2>errors || code=$?
    if [ "$code" -eq 0 ]; then
        local table
        for table in series.csv money.csv; do
            [ ! -e "whole/$1/$table" ] || cmp -s "whole/$1/$table" "$2/$table" || fail "$table was exported and is wrong"
        done
        seen="unseen by readers, as nothing that is read is hurt"
    else
        is_told 'damaged|not an archive|holds no results'
        seen="readers are told (exit 2)"
    fi
}

# What the command that made it does with a damaged archive.
mends() { # COMMAND FOLDER
    give "$1" "$2"
    if [ "$code" -ne 0 ]; then
        is_told 'is damaged|not an archive'
        is_told '--fresh|--out'
        mended="too much hurt: told to begin anew with --fresh, or elsewhere"
        words "$1" "$2"
        "$program" "${words[@]}" --fresh >output 2>errors || mv "$2" hurt
    elif grep -q 'The archive was damaged' errors; then
        mended=$(sed -nE 's/.*: ([0-9]+) runs in it are whole.*/\1/p' errors)
        mended=$([ "$mended" -gt 0 ] && echo "whole runs are kept, the others made again" || echo "all runs are made again")
    else
        mended="hurt runs, if any, are made again"
    fi
    goes_on "$1" "$2"
    rm -rf hurt
}

fault_cut_off() {
    local archive length
    cp -R "whole/$1" there
    archive=$(archive_of there)
    length=$(stat -c %s "$archive")
    truncate -s "$(random "$length")" "$archive"
    reads_damaged "$1" there
    mends "$1" there
    outcome="$seen; $mended"
}

# One bit of one byte, page after page.
flip() { # FILE
    local length place byte
    length=$(stat -c %s "$1")
    place=$(((attempt * (length / 4096) / times) * 4096 + $(random 4096)))
    byte=$(od -An -tu1 -j "$place" -N 1 "$1")
    # shellcheck disable=SC2059
    printf "\\x$(printf %02x $((byte ^ (1 << (RANDOM % 8)))))" | dd of="$1" bs=1 seek="$place" conv=notrunc status=none
}

fault_bit_flipped() {
    cp -R "whole/$1" there
    flip "$(archive_of there)"
    reads_damaged "$1" there
    mends "$1" there
    outcome="$seen; $mended"
}

# What analyses of a sweep make of it: the right figures, or none.
fault_bit_flipped_in_a_sweep_read() {
    [ -e analysed ] || {
        "$program" sensitivity whole/sweep --quiet --method pawn --observable need.mean --out analysed >output 2>errors ||
            fail "the undisturbed sweep cannot be analysed"
    }
    cp -R whole/sweep there
    flip "$(archive_of there)"
    code=0
    "$program" sensitivity there --quiet --method pawn --observable need.mean --out figures >output 2>errors || code=$?
    if [ "$code" -eq 0 ]; then
        for table in analysed/*.csv; do cmp -s "$table" "figures/${table#*/}" || fail "$table is wrong, and nobody was told"; done
        outcome="unseen, and the figures are right"
    else
        is_told 'damaged|not an archive|holds no results'
        outcome="exit $code: which run is not what was written"
    fi
    rm -rf figures
}

fault_manifest_damaged() {
    cp -R "whole/$1" there
    case $((attempt % 4)) in
    0) rm there/manifest.json ;;
    1) truncate -s "$(random "$(stat -c %s there/manifest.json)")" there/manifest.json ;;
    2) head -c 1000 /dev/urandom >there/manifest.json ;;
    3) flip there/manifest.json ;;
    esac
    code=0
    "$program" export there --quiet >output 2>errors || code=$?
    [ "$code" -eq 0 ] || is_told 'manifest'
    outcome="results do not depend on it; it is written anew"
    goes_on "$1" there
    grep -q '"state" : "complete"' there/manifest.json || fail "the manifest was not written anew"
}

# Two give the same command for the same folder at about the same time.
fault_two_writers() {
    local first second codes
    words "$1" there
    "$program" "${words[@]}" >/dev/null 2>errors &
    first=$!
    pause "$(random "${undisturbed[$1]}")"
    "$program" "${words[@]}" >output 2>errors-2 &
    second=$!
    codes=0
    wait $first || codes=$?
    [ $codes -eq 0 ] || fail "the first ended with $codes"
    wait $second || codes=$?
    [ $codes -eq 0 ] || { cp errors-2 errors && fail "the second ended with $codes"; }
    outcome="both end well; they share the runs"
    goes_on "$1" there
}

# One begins anew while another writes.
fault_begun_anew_meanwhile() {
    local process
    words "$1" there
    "$program" "${words[@]}" >/dev/null 2>errors-1 &
    process=$!
    until [ -s there/manifest.json ] || ! kill -0 $process 2>/dev/null; do pause 2; done
    code=0
    "$program" "${words[@]}" --fresh >output 2>errors || code=$?
    if [ "$code" -eq 0 ]; then
        outcome="the first was over before"
    else
        is_told 'another process'
        outcome="exit $code: another process is writing; the first ends well"
    fi
    wait $process || { cp errors-1 errors && fail "the first was disturbed"; }
    goes_on "$1" there
}
