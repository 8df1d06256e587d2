# The studio is killed in mid-game and begun again.

begin_studio() { # FOLDER
    rm -f address
    touch address
    "$program" studio --port 0 --out "$1" --language en >address 2>errors &
    studio=$!
    until grep -q http address; do
        kill -0 "$studio" 2>/dev/null || fail "the studio did not begin"
        pause 20
    done
    origin=$(sed -nE 's#.*(http://[^/]+)/.*#\1#p' address | head -n 1)
}

ask() { # PATH [BODY]
    curl --silent --show-error --fail --max-time 60 -H "Origin: $origin" -H 'Content-Type: application/json' \
        ${2:+--data "$2"} "$origin/api/games$1" || fail "no answer to $1"
}

settle() { # ID: until it is lived to its end
    local tries
    for ((tries = 0; tries < 600; tries++)); do
        if ask "/$1" >game && grep -q '"state":"ended"' game; then return 0; fi
        pause 100
    done
    fail "the game does not end"
}

fault_studio_killed() {
    command -v curl >/dev/null || { outcome="skipped: curl is not installed" && return 0; }
    local game='{"title":"Killed","place":"liyuan-xiaojie-3","regimes":["street-committee"],"months":24,"seed":5}' id
    begin_studio there
    id=$(ask "" "$game" | sed -nE 's/^\{"id":"([^"]+)".*/\1/p')
    [ -n "$id" ] || fail "no game was made"
    if [ ! -e whole/studio.csv ]; then
        settle "$id"
        ask "/$id/series.csv" >whole/studio.csv
    else
        pause "$(random 1500)"
    fi
    kill -KILL "$studio"
    wait "$studio" 2>/dev/null || true
    begin_studio there
    ask "" >game
    grep -q "$id" game || fail "the game is not there any more"
    settle "$id"
    ask "/$id/series.csv" >series.csv
    cmp -s series.csv whole/studio.csv || fail "the game is not what it was"
    kill -TERM "$studio"
    wait "$studio" 2>/dev/null || true
    outcome="begun again it has every game, and lives it to the same figures"
}
