# Makes the parts of the toolchain that are missing. A part NAME is build-scripts/parts/NAME.sh with
# NAME_title, NAME_ready (checks quickly whether it is complete) and NAME_make (makes it, or fails with a sentence).
for part_file in "$HERE"/build-scripts/parts/*.sh; do source "$part_file"; done
unset part_file

# need PART...: makes the missing ones, one by one, and prints its progress.
need() {
    local missing=() part number=0 start
    for part in "$@"; do "${part}_ready" || missing+=("$part"); done
    for part in "${missing[@]}"; do
        number=$((number + 1))
        say "[$number/${#missing[@]}] $("${part}_title")"
        start=$SECONDS
        locked set-up make_part "$part"
        say "  done in $((SECONDS - start)) s"
    done
}

# Another terminal may have made it while this one waited for the lock.
make_part() { "${1}_ready" || "${1}_make"; }
