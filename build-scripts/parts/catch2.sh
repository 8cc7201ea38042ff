# Fetches Catch2's two amalgamated files from Debian's source package. Native and WebAssembly tests compile the same ones.
CATCH2_DIR=$CACHE/catch2-$(short_hash "$CATCH2_FILE" "$CATCH2_SHA256")

catch2_title() { echo "Catch2 $CATCH2_VERSION, the C++ test framework"; }

catch2_ready() { [[ -e $CATCH2_DIR/catch_amalgamated.cpp ]]; }

catch2_make() {
    local part=$CATCH2_DIR.part mirror
    mirror=$(debian_mirror)
    [[ -n $mirror ]] || fail "no Debian mirror is named in this machine's apt sources, and Catch2's source comes from there." \
        "Put catch_amalgamated.hpp and .cpp of Catch2 $CATCH2_VERSION into $CATCH2_DIR and start again."
    rm -rf "$part" && mkdir -p "$part"
    # apt's own downloader uses the host's proxy and certificates, and checks the hash.
    logged catch2 /usr/lib/apt/apt-helper download-file "$mirror/$CATCH2_FILE" "$part/source.tar.gz" "SHA256:$CATCH2_SHA256" ||
        fail "$mirror/$CATCH2_FILE could not be fetched." "Check that the mirror is reachable, and start again."
    tar -xzf "$part/source.tar.gz" -C "$part" --strip-components=2 --wildcards '*/extras/catch_amalgamated.*'
    rm "$part/source.tar.gz"
    mv -T "$part" "$CATCH2_DIR"
}
