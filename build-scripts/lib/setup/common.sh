# All scripts share these paths and functions: printing, logging, locking.
set -euo pipefail

HERE=$(cd "$(dirname "${BASH_SOURCE[0]}")/../../.." && pwd -P)
CACHE=${XDG_CACHE_HOME:-$HOME/.cache}/etalab
LOGS=$HERE/build/log
JOBS=${JOBS:-$(nproc)}
mkdir -p "$LOGS" "$CACHE"
CACHE=$(cd "$CACHE" && pwd -P)
source "$HERE/build-scripts/parts/versions"

say() { printf '%s\n' "$*" >&2; }

# fail SENTENCE...: prints what is missing and what to do, then exits.
fail() {
    printf '\nerror: %s\n' "$1" >&2
    shift
    if (($#)); then printf '       %s\n' "$@" >&2; fi
    exit 1
}

# logged NAME COMMAND...: runs it with its output in build/log/NAME.log; shows the log's end if it fails.
logged() {
    local log=$LOGS/$1.log status=0
    shift
    printf '$ %s\n' "$*" >"$log"
    "$@" >>"$log" 2>&1 </dev/null || status=$?
    if ((status)); then
        say "  failed (status $status): $(cut -c 1-200 <<<"$*")"
        tail -n 25 "$log" | cut -c 1-400 | sed 's/^/  | /' >&2
        say "  the whole log: ${log#"$HERE"/}"
    fi
    return "$status"
}

# at_least HAVE LEAST: succeeds if version HAVE is LEAST or newer.
at_least() { [[ -n $1 && $(printf '%s\n' "$2" "$1" | sort -V | head -n 1) == "$2" ]]; }

# short_hash TEXT...: names a cache entry by what defines it, so that a changed version makes a new one.
short_hash() { printf '%s\n' "$@" | sha256sum | cut -c 1-10; }

# locked NAME COMMAND...: runs one command at a time, also between two terminals; the lock ends with this process.
# The command does not inherit the descriptor, so that no background process of it can hold the lock.
locked() {
    local name=$1 fd
    shift
    exec {fd}>"$CACHE/$name.lock"
    if ! flock --nonblock "$fd"; then
        say "waiting for another build to finish with $name"
        flock "$fd"
    fi
    "$@" {fd}>&-
    exec {fd}>&-
}
