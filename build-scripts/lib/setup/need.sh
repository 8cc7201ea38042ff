# Makes the parts of the toolchain that are missing. A part NAME is build-scripts/parts/NAME.sh with
# NAME_title, NAME_ready (quick: is it there and whole?) and NAME_make (make it, or fail in words).
for part_file in "$HERE"/build-scripts/parts/*.sh; do source "$part_file"; done
unset part_file

# need PART...: makes those that are missing, one by one, saying how far it is.
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
